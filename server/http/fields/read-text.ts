import type { FieldError } from '../../contract/schemas/errors.ts';
import { checkNumber, checkText } from './check-value.ts';
import type { FieldSchema, Outcome } from './field-schema.ts';
import { withMetresHint } from './metres-hint.ts';

/** Values of a form by field name, every value as it was sent, in order. */
export type FormValues = ReadonlyMap<string, readonly string[]>;

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
    else errors.push(withMetresHint({ loc: ['body', name], msg: outcome.msg, type: outcome.type }, text));
  }
  return { values, errors };
}

function readField(schema: FieldSchema, text: string): Outcome {
  if (schema.type === 'number') return readNumber(schema, text);
  if (schema.type === 'boolean') return readBoolean(text);
  return checkText(schema, text);
}

/** A number written as text. */
export function readNumber(schema: FieldSchema, text: string): Outcome {
  const value = numberPattern.test(text.trim()) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value))
    return { msg: 'Input should be a valid number, unable to parse string as a number', type: 'float_parsing' };
  return checkNumber(schema, value);
}

/** A boolean in any of its spellings. */
export function readBoolean(text: string): Outcome {
  const word = text.trim().toLowerCase();
  if (trueWords.has(word)) return { value: true };
  if (falseWords.has(word)) return { value: false };
  return { msg: 'Input should be a valid boolean, unable to interpret input', type: 'bool_parsing' };
}
