import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { requireShared } from '../../test/support/shared.ts';
import type { Floor } from '../floors.ts';
import { accuracyPage, accuracyParts } from '../report/accuracy-page.ts';
import { sectionOf } from '../report/sectioned-page.ts';
import { floorRowsOf, holds, type Measurement } from '../report/table.ts';
import { accuracyFloors } from './accuracy-floors.ts';
import { backMeasurements } from './back/back-floors.ts';
import { backSection, measureSyntheticBack } from './back/back-section.ts';
import { measureEveryPlate, plateMeasurements, platesSection } from './plates/plates-section.ts';
import { measureSyntheticRunners, syntheticMeasurements, syntheticSection } from './synthetic/synthetic-section.ts';

const silent = { update: () => undefined };
const missed = (measurements: readonly Measurement[]): string[] =>
  measurements
    .filter((measurement) => !holds(measurement))
    .map(({ floor, value }) => `${floor.what}: ${value} ${floor.unit}`);

describe('the floors of docs/accuracy.md', { timeout: 180_000 }, () => {
  it('hold for one of twenty-one synthetic runners', () => {
    const result = measureSyntheticRunners(21, silent);
    expect(result.outcomes).toHaveLength(20);
    expect(missed(syntheticMeasurements(result))).toEqual([]);
    expect(syntheticSection(result)).toContain('| cadence | spm | ');
  });

  it('hold for one of nine synthetic runners from behind', () => {
    const synthetic = measureSyntheticBack(9, silent);
    expect(synthetic).toHaveLength(9);
    // Nine clips can all be covered by chance: the upper floor is for the whole set.
    const measured = backMeasurements({ synthetic, clips: [], notBack: [] }).filter(
      ({ floor }) => floor === accuracyFloors.backCoverageSyntheticLow,
    );
    expect(missed(measured)).toEqual([]);
    expect(backSection({ synthetic, clips: [], notBack: [] })).toContain('| running away | 3 |');
  });

  it('hold for runners on force plates', (context) => {
    requireShared(context, 'data/mocap/rbds001');
    const outcomes = measureEveryPlate(6, silent);
    expect(missed(plateMeasurements(outcomes))).toEqual([]);
    expect(platesSection(outcomes)).toMatch(/\| hamner_s04, 3 m\/s \| reporting \| 0\.00 \| 24 \|/);
  });
});

describe('docs/accuracy.md', () => {
  const page = readFileSync(accuracyPage.path, 'utf8');
  const floors: readonly Floor[] = Object.values(accuracyFloors);
  const rows = (Object.keys(accuracyParts) as (keyof typeof accuracyParts)[]).flatMap((part) =>
    floorRowsOf(sectionOf(accuracyPage, page, part) ?? '').map(floorRow),
  );

  it.each(Object.keys(accuracyParts) as (keyof typeof accuracyParts)[])('has a whole run of %s', (part) => {
    const section = sectionOf(accuracyPage, page, part) ?? '';
    expect(section).toContain('Measured on ');
    expect(section).not.toContain('A quick look');
  });

  it('states every floor that the parts are held to, and no other', () => {
    const stated = rows.map(({ what, bound, aim }) => `${what} | ${bound} | ${aim}`);
    expect(stated.sort()).toEqual(floors.map(rowOf).sort());
    expect(floorRowsOf(page.slice(0, page.indexOf('\n## '))).map((line) => floorRow(line).what)).toEqual(
      rows.map(({ what }) => what),
    );
  });

  it('calls missed what is known to be missed, and nothing else', () => {
    for (const { what, value, verdict } of rows) {
      const floor = floors.find((candidate) => candidate.what === what);
      if (floor === undefined) throw new Error(`no floor ${what}`);
      const right = Number.isNaN(value) ? '–' : holds({ floor, value }) ? 'holds' : 'missed';
      expect(`${what}: ${verdict}`).toBe(`${what}: ${right}`);
    }
    // What could not be measured does not hold either.
    const missedThere = rows.filter(({ verdict }) => verdict !== 'holds').map(({ what }) => what);
    expect(missedThere.sort()).toEqual(knownMisses.map(({ what }) => what).sort());
  });
});

/** Decision 12 and the page say why. */
const knownMisses: readonly Floor[] = [
  accuracyFloors.contactClips,
  accuracyFloors.flightClips,
  accuracyFloors.kneeByPhase,
];

const rowOf = ({ what, unit, floor, aim, better }: Floor): string =>
  `${what} | ${better === 'more' ? 'at least' : 'at most'} ${floor} ${unit} | ${aim} ${unit}`;

/** One line of a floor table, taken apart. */
function floorRow(line: string) {
  const [what = '', measured = '', bound = '', aim = '', verdict = ''] = line.slice(2, -2).split(' | ');
  return { what, value: Number(/^\*\*(\S+)/.exec(measured)?.[1] ?? Number.NaN), bound, aim, verdict };
}
