import type { FieldError } from '../../contract/schemas/errors.ts';

/** Every answer of the console's API that is not what was asked for, with a stable `code`. */
export interface Refusal {
  readonly code: string;
  /** What to show; with `code` `invalid_fields` what is wrong with which field, `loc` being `['body', field]`. */
  readonly detail: string | readonly FieldError[];
}

/** The header that every request but GET and HEAD carries, with the value `1`: no foreign page can send it. */
export const consoleHeader = 'x-stridelab-console';
