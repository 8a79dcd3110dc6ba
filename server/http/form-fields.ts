import type { FieldError } from '../contract/schemas/errors.ts';

/** The keywords of a field's schema that are read here. */
export interface FieldSchema {
  readonly type?: 'string' | 'number' | 'boolean';
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
}

/** Values of a form by field name, every value as it was sent, in order. */
export type FormValues = ReadonlyMap<string, readonly string[]>;

type FieldValue = string | number | boolean;
type Outcome = { readonly value: FieldValue } | { readonly msg: string; readonly type: string };

const trueWords = new Set(['true', '1', 'on', 't', 'y', 'yes']);
const falseWords = new Set(['false', '0', 'off', 'f', 'n', 'no']);
const numberPattern = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads text fields as their schemas say: an absent or empty field takes its default, of several values of one name the
 * last counts, unknown fields are ignored. Messages and types are FastAPI's.
 *
 * @returns The values that could be read, and what is wrong with the others.
 */
export function readFormFields(
  schemas: Readonly<Record<string, FieldSchema>>,
  form: FormValues,
): { readonly values: Readonly<Record<string, unknown>>; readonly errors: readonly FieldError[] } {
  const values: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const [name, schema] of Object.entries(schemas)) {
    const text = form.get(name)?.at(-1);
    if (text === undefined || text === '') {
      if (schema.default !== undefined) values[name] = schema.default;
      continue;
    }
    const outcome = readField(schema, text);
    if ('value' in outcome) values[name] = outcome.value;
    else errors.push({ loc: ['body', name], ...outcome });
  }
  return { values, errors };
}

function readField(schema: FieldSchema, text: string): Outcome {
  if (schema.enum !== undefined) return readChoice(schema.enum, text);
  if (schema.type === 'number') return readNumber(schema, text);
  if (schema.type === 'boolean') return readBoolean(text);
  if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(text))
    return { msg: `String should match pattern '${schema.pattern}'`, type: 'string_pattern_mismatch' };
  return { value: text };
}

function readChoice(choices: readonly string[], text: string): Outcome {
  if (choices.includes(text)) return { value: text };
  const quoted = choices.map((choice) => `'${choice}'`);
  return { msg: `Input should be ${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`, type: 'enum' };
}

function readNumber({ minimum, maximum }: FieldSchema, text: string): Outcome {
  const value = numberPattern.test(text.trim()) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value))
    return { msg: 'Input should be a valid number, unable to parse string as a number', type: 'float_parsing' };
  if (minimum !== undefined && value < minimum)
    return { msg: `Input should be greater than or equal to ${minimum}`, type: 'greater_than_equal' };
  if (maximum !== undefined && value > maximum)
    return { msg: `Input should be less than or equal to ${maximum}`, type: 'less_than_equal' };
  return { value };
}

function readBoolean(text: string): Outcome {
  const word = text.trim().toLowerCase();
  if (trueWords.has(word)) return { value: true };
  if (falseWords.has(word)) return { value: false };
  return { msg: 'Input should be a valid boolean, unable to interpret input', type: 'bool_parsing' };
}
