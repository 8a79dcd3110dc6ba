import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withMeasuredErrors } from '../bench/report/metrics-errors.ts';
import { withheldBackMetrics } from '../engine/metrics/withheld-back-metrics.ts';
import { withheldMetrics } from '../engine/metrics/withheld-metrics.ts';
import { BackViewAnalysisSchema, PronationAnalysisSchema } from '../server/contract/schemas/back-view-analysis.ts';
import {
  BackViewCalculatedDataSchema,
  PronationCalculatedDataSchema,
} from '../server/contract/schemas/back-view-calculated-data.ts';
import { SideViewAnalysisSchema } from '../server/contract/schemas/biomechanical-analysis.ts';
import { CalculatedDataSchema } from '../server/contract/schemas/calculated-data.ts';

const page = readFileSync('docs/reference/metrics.md', 'utf8');

/** What a schema is read as here. */
interface Node {
  readonly type?: string;
  readonly anyOf?: readonly Node[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node | readonly Node[];
}

/** Paths of a schema's values that are no objects, `[]` after a list's name. */
function leaves(node: Node, path = ''): string[] {
  const choices = node.anyOf?.filter(({ type }) => type !== 'null') ?? [];
  if (choices.length > 0) return choices.flatMap((choice) => leaves(choice, path));
  if (node.properties !== undefined)
    return Object.entries(node.properties).flatMap(([name, field]) =>
      leaves(field, path === '' ? name : `${path}.${name}`),
    );
  const { items } = node;
  return node.type === 'array' && items !== undefined && !('length' in items) ? leaves(items, `${path}[]`) : [path];
}

/** Every value of the bodies, once: what a value is worth stands in `quality` at its path, and is no value of its own. */
const fields = (() => {
  const bodies = [
    CalculatedDataSchema,
    BackViewCalculatedDataSchema,
    PronationCalculatedDataSchema,
    SideViewAnalysisSchema,
    BackViewAnalysisSchema,
    PronationAnalysisSchema,
  ];
  const all = bodies.flatMap((body) => leaves(body as Node));
  const own = all
    .filter((path) => !/^quality\..*\.(half_width|unit|n|reason)$/.test(path))
    .map((path) => path.replace(/^(quality\..*)\.(value|beyond_doubt)$/, '$1'));
  return [...new Set(own)];
})();

/** Code of the page that names fields; a star stands for a part of a path. */
const named = [...page.matchAll(/`([a-z_]+(?:\[\])?(?:\.[a-z_*]+(?:\[\])?)+|total_score)`/g)].map(
  ([, pattern]) => pattern as string,
);

const covers = (pattern: string, path: string): boolean => {
  const [wanted, parts] = [pattern.split('.'), path.split('.')];
  return wanted.length === parts.length && wanted.every((part, i) => part === '*' || part === parts[i]);
};

it('has an entry for every number of the contract', () => {
  expect(fields.length).toBeGreaterThan(150);
  expect(fields.filter((path) => !named.some((pattern) => covers(pattern, path)))).toEqual([]);
});

it('names no field that the contract lacks', () => {
  expect(named.filter((pattern) => !fields.some((path) => covers(pattern, path)))).toEqual([]);
});

it('names every metric of the engine', () => {
  const metrics = [...Object.keys(withheldMetrics('not_running')), ...Object.keys(withheldBackMetrics('not_running'))];
  expect(metrics.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

it('says of each metric how it is made, when it is withheld and how it is read', () => {
  const [, ...entries] = page.split('\n## What was seen')[0].split('\n### ');
  expect(entries.length).toBeGreaterThan(25);
  for (const entry of entries) {
    const heading = entry.split('\n')[0];
    for (const part of ['**Formula.**', '**Withheld.**', '**Reading it.**', '**Fields.**'])
      expect({ heading, has: entry.includes(part), part }).toEqual({ heading, has: true, part });
    expect({ heading, code: /\.ts\)/.test(entry) }).toEqual({ heading, code: true });
  }
});

it('quotes the errors that docs/accuracy.md has now (npm run docs writes them)', () => {
  expect(page).toBe(withMeasuredErrors(page, readFileSync('docs/accuracy.md', 'utf8')));
});

it('refuses a name that no table has', () => {
  const block = '<!-- errors, side: speed of light -->\n<!-- end of errors -->';
  expect(() => withMeasuredErrors(block, readFileSync('docs/accuracy.md', 'utf8'))).toThrow('speed of light');
});
