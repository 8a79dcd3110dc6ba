import type { FieldError } from '../schemas/errors.ts';

/** Bodies of subjects that are refused, as examples. */
export const refusedSubjects: Readonly<Record<string, readonly FieldError[]>> = {
  email: [{ loc: ['body', 'email'], msg: 'value is not a valid email address', type: 'value_error' }],
  centimetres: [
    {
      loc: ['body', 'height'],
      msg: 'Input should be less than or equal to 2.5: height is in metres, send 1.68 instead of 168',
      type: 'less_than_equal',
    },
  ],
  no_body: [{ loc: ['body'], msg: 'Field required', type: 'missing' }],
  no_json: [{ loc: ['body'], msg: 'JSON decode error', type: 'json_invalid' }],
};
