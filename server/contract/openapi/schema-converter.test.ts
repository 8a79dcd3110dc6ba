import { Type } from 'typebox';
import { expect, it } from 'vitest';
import { Nullable } from '../schemas/nullable.ts';
import { SchemaConverter } from './schema-converter.ts';

const convert = (schema: Parameters<SchemaConverter['convert']>[0]) => new SchemaConverter().convert(schema);

it('says null, constants, choices and tuples in the words of OpenAPI 3.0', () => {
  expect(convert(Nullable(Type.Number({ minimum: 0 })))).toEqual({ type: 'number', minimum: 0, nullable: true });
  expect(convert(Type.Literal('a'))).toEqual({ type: 'string', enum: ['a'] });
  expect(convert(Type.Literal(100))).toEqual({ type: 'number', enum: [100] });
  expect(convert(Nullable(Type.Enum(['a', 'b'])))).toEqual({ type: 'string', enum: ['a', 'b', null], nullable: true });
  expect(convert(Type.Tuple([Type.Number(), Type.Number()]))).toEqual({
    type: 'array',
    items: { type: 'number' },
    minItems: 2,
    maxItems: 2,
  });
  expect(convert(Type.Union([Type.String(), Type.Number(), Type.Null()]))).toEqual({
    anyOf: [{ type: 'string' }, { type: 'number' }],
    nullable: true,
  });
});

it('lets fields with a default be left out', () => {
  const schema = Type.Object({ a: Type.String(), b: Type.String({ default: 'x' }), c: Type.Optional(Type.String()) });
  expect(convert(schema)).toMatchObject({ required: ['a'] });
});

it('refers to schemas with a title, by one name for one schema', () => {
  const converter = new SchemaConverter();
  const named = Type.Object({ a: Type.String({ examples: ['x', 'y'] }) }, { title: 'Named' });
  expect(converter.convert(Type.Object({ one: named, other: Nullable(named) }))).toMatchObject({
    properties: {
      one: { $ref: '#/components/schemas/Named' },
      other: { nullable: true, allOf: [{ $ref: '#/components/schemas/Named' }] },
    },
  });
  expect(converter.components()).toMatchObject({ Named: { properties: { a: { type: 'string', example: 'x' } } } });
  expect(() => converter.convert(Type.Object({}, { title: 'Named' }))).toThrow('two different schemas');
});

it('refuses what OpenAPI 3.0 cannot say', () => {
  expect(() => convert(Type.Record(Type.String(), Type.Number()))).toThrow('patternProperties');
});
