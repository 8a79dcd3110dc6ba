import type { FieldError } from '../../../contract/schemas/errors.ts';
import type { Words } from '../words/words.ts';

/** A request that was not answered with what was asked for; `code` `unreachable` when nobody answered. */
export class RefusedError extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: readonly FieldError[];
  /** When to try again at the earliest, seconds. */
  readonly retryAfterS: number | null;

  constructor(status: number, code: string, detail: string | readonly FieldError[], retryAfterS: number | null = null) {
    super(typeof detail === 'string' ? detail : detail.map(({ msg }) => msg).join(' '));
    this.status = status;
    this.code = code;
    this.fields = typeof detail === 'string' ? [] : detail;
    this.retryAfterS = retryAfterS;
  }
}

/** Whether what was asked for does not exist: asking again is no use. */
export const isMissing = (error: unknown): error is RefusedError =>
  error instanceof RefusedError && error.status === 404;

/** What to show: our words where there are some for the code, else what the server says. */
export function refusalText(error: unknown, words: Words): string {
  if (!(error instanceof RefusedError)) return words.common.failed;
  const { refusals, reasons } = words;
  if (error.code in refusals) return refusals[error.code as keyof typeof refusals];
  if (error.code in reasons) return reasons[error.code as keyof typeof reasons].join(' ');
  return error.message || words.common.failed;
}
