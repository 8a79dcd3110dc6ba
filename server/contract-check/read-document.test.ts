import { describe, expect, it } from 'vitest';
import { ours } from '../../test/support/small-specification.ts';
import { readDocument } from './read-document.ts';

describe('refuses', () => {
  it.each([
    ['Swagger 2', 'swagger: "2.0"\npaths: {}', 'not of OpenAPI 3.0 or 3.1'],
    ['no paths', 'openapi: 3.0.0', 'has no paths'],
    ['a list', '- a', 'is no OpenAPI document'],
    ['what is no YAML', 'a: [', 'neither YAML nor JSON'],
    ['another file', `${ours}\nx: { $ref: './other.yaml#/a' }`, 'join it into one file first'],
    ['a reference to nothing', `${ours}\nx: { $ref: '#/components/schemas/Nothing' }`, 'which it does not have'],
  ])('%s', (_, text, words) => {
    expect(() => readDocument(text, 'spec.yaml')).toThrow(words);
  });
});
