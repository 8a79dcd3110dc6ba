import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { expect, it } from 'vitest';
import { schemaFaults } from './schema-faults.ts';

const closed = { additionalProperties: false } as const;
const schema = Type.Object(
  {
    ms: Type.Integer({ maximum: 10 }),
    kind: Type.Optional(Type.Enum(['frozen', 'running'])),
    place: Type.Optional(Type.Object({ x: Type.Optional(Type.Number()) }, closed)),
  },
  closed,
);
const told = (value: unknown): string[] =>
  schemaFaults(Value.Errors(schema, value)).map(({ path, message }) => `${path.join('.')} ${message}`.trim());

it('tells every fault once, of its own place', () => {
  expect(told({ ms: 1 })).toEqual([]);
  expect(told({ ms: 11, 'a/b': 2 })).toEqual(['a/b is no known property', 'ms must be <= 10']);
  expect(told({ ms: 1, place: { y: 1 } })).toEqual(['place.y is no known property']);
  expect(told({ ms: 1, kind: 'slow' })).toEqual(['kind must be one of frozen, running']);
  expect(told({})).toEqual(['must have required properties ms']);
  expect(told(3)).toEqual(['must be object']);
});
