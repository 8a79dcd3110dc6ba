import type { FieldError } from '../../contract/schemas/errors.ts';

/** Heights from 50 to 250 are centimetres in all likelihood: the refusal then says so. */
export function withMetresHint(error: FieldError, sent: unknown): FieldError {
  const height = Number(sent);
  if (error.loc.at(-1) !== 'height' || !(height >= 50 && height <= 250)) return error;
  return { ...error, msg: `${error.msg}: height is in metres, send ${height / 100} instead of ${height}` };
}
