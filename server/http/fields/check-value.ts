import type { FieldSchema, Outcome } from './field-schema.ts';
import { isEmail } from './is-email.ts';

/** Checks a number against its schema's limits. */
export function checkNumber({ minimum, maximum }: FieldSchema, value: number): Outcome {
  if (!Number.isFinite(value)) return { msg: 'Input should be a finite number', type: 'finite_number' };
  if (minimum !== undefined && value < minimum)
    return { msg: `Input should be greater than or equal to ${minimum}`, type: 'greater_than_equal' };
  if (maximum !== undefined && value > maximum)
    return { msg: `Input should be less than or equal to ${maximum}`, type: 'less_than_equal' };
  return { value };
}

/** Checks a text against its schema: choices, length in characters, pattern, form of an email. */
export function checkText(schema: FieldSchema, value: string): Outcome {
  if (schema.enum !== undefined) return checkChoice(schema.enum, value);
  if (unstorable.test(value))
    return {
      msg: 'Input should be a valid string, unable to parse raw data as a unicode string',
      type: 'string_unicode',
    };
  const length = [...value].length;
  if (schema.minLength !== undefined && length < schema.minLength)
    return { msg: `String should have at least ${counted(schema.minLength)}`, type: 'string_too_short' };
  if (schema.maxLength !== undefined && length > schema.maxLength)
    return { msg: `String should have at most ${counted(schema.maxLength)}`, type: 'string_too_long' };
  if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(value))
    return { msg: `String should match pattern '${schema.pattern}'`, type: 'string_pattern_mismatch' };
  if (schema.format === 'email' && !isEmail(value))
    return { msg: 'value is not a valid email address', type: 'value_error' };
  return { value };
}

/** A lone surrogate, or NUL. */
const unstorable = /[\p{Surrogate}\0]/u;

function checkChoice(choices: readonly unknown[], text: string): Outcome {
  if (choices.includes(text)) return { value: text };
  const quoted = choices.map((choice) => `'${choice}'`);
  return { msg: `Input should be ${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`, type: 'enum' };
}

const counted = (count: number): string => `${count} character${count === 1 ? '' : 's'}`;
