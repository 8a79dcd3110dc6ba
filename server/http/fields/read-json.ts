import type { FieldError } from '../../contract/schemas/errors.ts';
import { checkNumber, checkText } from './check-value.ts';
import type { FieldSchema, Outcome } from './field-schema.ts';
import { withMetresHint } from './metres-hint.ts';
import { readBoolean, readNumber } from './read-text.ts';

/** An object's schema, as far as requests are read by it. */
export interface ObjectSchema {
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, FieldSchema>>;
}

/**
 * Reads a JSON object as FastAPI does: numbers and booleans may come as text, unknown fields are ignored.
 *
 * @returns The fields that were sent and could be read, and what is wrong with the others.
 */
export function readJsonFields(
  { properties, required = [] }: ObjectSchema,
  json: unknown,
): { readonly values: Readonly<Record<string, unknown>>; readonly errors: readonly FieldError[] } {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { values: {}, errors: [notAnObject] };
  const sent = new Map(Object.entries(json));
  const values: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const [name, schema] of Object.entries(properties)) {
    const loc = ['body', name];
    if (!sent.has(name)) {
      if (required.includes(name)) errors.push({ loc, msg: 'Field required', type: 'missing' });
      continue;
    }
    const outcome = readValue(schema, sent.get(name));
    if ('value' in outcome) values[name] = outcome.value;
    else errors.push(withMetresHint({ loc, msg: outcome.msg, type: outcome.type }, sent.get(name)));
  }
  return { values, errors };
}

const notAnObject: FieldError = {
  loc: ['body'],
  msg: 'Input should be a valid dictionary or object to extract fields from',
  type: 'model_attributes_type',
};

function readValue(schema: FieldSchema, value: unknown): Outcome {
  const alternatives = schema.anyOf ?? [schema];
  if (value === null && alternatives.some(({ type }) => type === 'null')) return { value };
  return readPlain(alternatives.find(({ type }) => type !== 'null') ?? schema, value);
}

function readPlain(schema: FieldSchema, value: unknown): Outcome {
  if (schema.type === 'number') {
    if (typeof value === 'number') return checkNumber(schema, value);
    if (typeof value === 'string') return readNumber(schema, value);
    return { msg: 'Input should be a valid number', type: 'float_type' };
  }
  if (schema.type === 'boolean') {
    if (typeof value === 'boolean') return { value };
    if (typeof value === 'string' || value === 0 || value === 1) return readBoolean(String(value));
    return { msg: 'Input should be a valid boolean', type: 'bool_type' };
  }
  return typeof value === 'string'
    ? checkText(schema, value)
    : { msg: 'Input should be a valid string', type: 'string_type' };
}
