import { readFileSync } from 'node:fs';
import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { DescriptionSchema } from './description-schema.ts';
import { keypointRows } from './keypoint-rows.ts';

const page = readFileSync('docs/reference/custom-networks.md', 'utf8');
const examples = [...page.matchAll(/```json\n([^`]+)```/g)].map((match) => JSON.parse(match[1] as string) as unknown);

test('the page has an example of each kind of output', () => {
  const kinds = examples.flatMap((example) => Object.keys((example as { output: object }).output));
  expect(kinds).toEqual(['simcc', 'heatmap', 'regression']);
});

test.each(examples)('example %#', (example) => {
  expect([...Value.Errors(DescriptionSchema, example)]).toEqual([]);
  const { keypoints } = Value.Parse(DescriptionSchema, example);
  expect(keypointRows(keypoints).filter((row) => row >= 0).length).toBeGreaterThanOrEqual(17);
});

test('the page names every field', () => {
  const fields = (schema: object): string[] =>
    'properties' in schema
      ? Object.entries(schema.properties as Record<string, object>).flatMap(([name, inner]) => [name, ...fields(inner)])
      : [];
  const missing = fields(DescriptionSchema).filter((name) => !page.includes(`\`${name}\``));
  expect(missing).toEqual([]);
});
