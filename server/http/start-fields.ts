import { parsePace } from '../contract/pace.ts';
import type { FieldError } from '../contract/schemas/errors.ts';
import { type StartFields, StartFieldsSchema } from '../contract/schemas/start.ts';
import { type FormValues, readFormFields } from './fields/read-text.ts';

/** Reads the text fields of `POST /analysis/start`, the rules that join two fields included. */
export function readStartFields(form: FormValues): {
  readonly fields: StartFields;
  readonly errors: readonly FieldError[];
} {
  const { values, errors } = readFormFields(StartFieldsSchema.properties, form);
  // Every field is either read by its schema or named in the errors, and callers take no field when there are errors.
  const fields = values as StartFields;
  const paceRead = errors.every(({ loc }) => loc[1] !== 'pace');
  return {
    fields,
    errors: [...errors, ...(fields.treadmill && paceRead ? treadmillPaceErrors(fields.pace) : [])],
  };
}

function treadmillPaceErrors(pace: string | undefined): FieldError[] {
  const loc = ['body', 'pace'];
  if (pace === undefined) return [{ loc, msg: 'Field required when treadmill is true', type: 'missing' }];
  if (parsePace(pace) === 0) return [{ loc, msg: 'Value error, the pace must be above 00:00', type: 'value_error' }];
  return [];
}
