import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { schemaFaults } from '../errors/schema-faults.ts';
import { StrideError } from '../errors/stride-error.ts';

/** What is said of a file of poses that cannot be used. */
export const unfitPoses = (detail: string, cause?: unknown): StrideError =>
  new StrideError('invalid_poses', detail, { cause });

/** Parses one line. @param where Where it lies, for the message. @throws StrideError `invalid_poses`. */
export function parseLine(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unfitPoses(`${where} is not JSON`, cause);
  }
}

/** A value of a schema. @throws StrideError `invalid_poses` with the first fault. */
export function checked<T extends TSchema>(schema: T, value: unknown, where: string): Static<T> {
  if (Value.Check(schema, value)) return value as Static<T>;
  const [fault] = schemaFaults(Value.Errors(schema, value));
  throw unfitPoses(`${where}: ${fault?.path.join('.') || 'the line'} ${fault?.message ?? ''}`);
}

/** @throws StrideError `invalid_poses` unless each time is later than the one before. */
export function checkIncreasing(timesS: ArrayLike<number>, what: string): void {
  for (let i = 1; i < timesS.length; i++) {
    if (!(timesS[i] > timesS[i - 1])) throw unfitPoses(`${what} ${i} is not later than the one before`);
  }
}
