import { parsePace } from '../contract/pace.ts';
import type { FieldError } from '../contract/schemas/errors.ts';
import { type StartFields, StartFieldsSchema } from '../contract/schemas/start.ts';
import { type FormValues, readFormFields } from './form-fields.ts';

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
    errors: [
      ...errors.map((error) => withMetresHint(error, form)),
      ...(fields.treadmill && paceRead ? treadmillPaceErrors(fields.pace) : []),
    ],
  };
}

/** Heights from 50 to 250 are centimetres in all likelihood. */
function withMetresHint(error: FieldError, form: FormValues): FieldError {
  const height = Number(form.get('height')?.at(-1));
  if (error.loc[1] !== 'height' || !(height >= 50 && height <= 250)) return error;
  return { ...error, msg: `${error.msg}: height is in metres, send ${height / 100} instead of ${height}` };
}

function treadmillPaceErrors(pace: string | undefined): FieldError[] {
  const loc = ['body', 'pace'];
  if (pace === undefined) return [{ loc, msg: 'Field required when treadmill is true', type: 'missing' }];
  if (parsePace(pace) === 0) return [{ loc, msg: 'Value error, the pace must be above 00:00', type: 'value_error' }];
  return [];
}
