import { describe, expect, it } from 'vitest';
import { altered, found, ours } from '../../test/support/small-specification.ts';
import { readDocument } from './read-document.ts';

describe('says nothing of what is but written otherwise', () => {
  it.each<[string, string]>([
    ['the same document', ours],
    ['JSON', JSON.stringify(readDocument(ours, 'ours').root)],
    [
      'OpenAPI 3.1',
      altered(
        ['openapi: 3.0.3', 'openapi: 3.1.0'],
        ['score: { type: number, nullable: true,', "score: { type: [number, 'null'],"],
        [
          'range: { type: array, items: { type: number }, minItems: 2, maxItems: 2 }',
          'range: { type: array, prefixItems: [{ type: number }, { type: number }], items: false }',
        ],
        [
          'label: { nullable: true, anyOf: [{ type: string, enum: [a, b] }] }',
          "label: { anyOf: [{ const: a }, { const: b }, { type: 'null' }], type: [string, 'null'] }",
        ],
      ),
    ],
    [
      'allOf, and a schema in its place',
      altered(
        [
          "items: { $ref: '#/components/schemas/Thing' }",
          "items: { allOf: [{ $ref: '#/components/schemas/Thing' }, { description: One. }] }",
        ],
        ['count: { type: integer, minimum: 1 }', 'count: { allOf: [{ type: integer }, { minimum: 1 }] }'],
      ),
    ],
    [
      'the key as a parameter',
      altered(
        ['security: [{ apiKey: [] }]\n', ''],
        [
          '  /things:\n',
          '  /things:\n    parameters: [{ name: apiKey, in: query, required: true, schema: { type: string } }]\n',
        ],
        [
          'parameters: [{ name: thing_id,',
          'parameters: [{ name: apiKey, in: query, required: true, schema: { type: string } }, { name: thing_id,',
        ],
      ),
    ],
    [
      'another order, other descriptions, a slash at the end, a charset',
      altered(
        ['required: [id, score, range]', 'description: A thing.\n      required: [range, id, score]'],
        ['enum: [side, back]', 'enum: [back, side], description: From where., example: side'],
        ['  /things:', '  /things/:'],
        ['application/json:\n', 'application/json; charset=utf-8:\n'],
      ),
    ],
    [
      'an object left open',
      altered(['      additionalProperties: false\n      properties:\n        id', '      properties:\n        id']),
    ],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});
