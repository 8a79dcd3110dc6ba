import { catalogue, type ErrorCode } from './catalogue.ts';

/** What is known of one case beyond its code. */
export interface StrideErrorOptions extends ErrorOptions {
  /** What to do in this case, where the catalogue's advice does not fit. */
  readonly advice?: string;
}

/** An error that a person can act on: a stable code, a sentence, and what to do next. */
export class StrideError extends Error {
  readonly code: ErrorCode;
  /** What was seen in this case. */
  readonly detail: string | undefined;
  /** What the reader should do next. */
  readonly advice: string;

  /** @param detail What was seen in this case, such as `12.0 s`; appended to the catalogue's message. */
  constructor(code: ErrorCode, detail?: string, options?: StrideErrorOptions) {
    super(detail === undefined ? catalogue[code].message : `${catalogue[code].message} (${detail})`, options);
    this.name = 'StrideError';
    this.code = code;
    this.detail = detail;
    this.advice = options?.advice ?? catalogue[code].advice;
  }
}
