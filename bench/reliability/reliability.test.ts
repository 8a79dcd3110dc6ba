import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Floor } from '../floors.ts';
import { type ReliabilityPart, reliabilityPage, reliabilityParts } from '../report/reliability-page.ts';
import { sectionOf } from '../report/sectioned-page.ts';
import { floorRowsOf, holds } from '../report/table.ts';
import { hostileFloors, killFloors, loadFloors } from './reliability-floors.ts';

const floors: readonly Floor[] = [
  ...Object.values(killFloors('embedded store')),
  ...Object.values(killFloors('PostgreSQL')),
  ...Object.values(hostileFloors),
  ...Object.values(loadFloors),
];

describe('docs/reliability.md', () => {
  const page = readFileSync(reliabilityPage.path, 'utf8');
  const parts = Object.keys(reliabilityParts) as ReliabilityPart[];
  const rows = parts.flatMap((part) => floorRowsOf(sectionOf(reliabilityPage, page, part) ?? '').map(floorRow));

  it('states every floor that the parts are held to, and no other', () => {
    expect(rows.map(({ what, bound }) => `${what}: ${bound}`).sort()).toEqual(floors.map(boundOf).sort());
  });

  it('holds all of them', () => {
    for (const { what, value, verdict } of rows) {
      const floor = floors.find((candidate) => candidate.what === what);
      if (floor === undefined) throw new Error(`no floor ${what}`);
      expect(`${what}: ${verdict}`).toBe(`${what}: ${holds({ floor, value }) ? 'holds' : 'missed'}`);
    }
    expect(rows.filter(({ verdict }) => verdict !== 'holds')).toEqual([]);
  });

  it.each(parts)('has a whole run of %s, not a quick look', (part) => {
    const section = sectionOf(reliabilityPage, page, part) ?? '';
    expect(section).toContain('Measured on ');
    expect(section).not.toContain('A quick look');
  });
});

const boundOf = ({ what, unit, floor, better }: Floor): string =>
  `${what}: ${better === 'more' ? 'at least' : 'at most'} ${floor} ${unit}`;

/** One line of a floor table, taken apart. */
function floorRow(line: string) {
  const [what = '', measured = '', bound = '', , verdict = ''] = line.slice(2, -2).split(' | ');
  return { what, value: Number(/^\*\*(\S+)/.exec(measured)?.[1] ?? Number.NaN), bound, verdict };
}
