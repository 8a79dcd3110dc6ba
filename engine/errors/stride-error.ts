import { catalogue, type ErrorCode } from './catalogue.ts';

/** An error that a person can act on: a stable code, a sentence, and what to do next. */
export class StrideError extends Error {
  readonly code: ErrorCode;
  /** What was seen in this case. */
  readonly detail: string | undefined;

  /** @param detail What was seen in this case, such as `12.0 s`; appended to the catalogue's message. */
  constructor(code: ErrorCode, detail?: string, options?: ErrorOptions) {
    super(detail === undefined ? catalogue[code].message : `${catalogue[code].message} (${detail})`, options);
    this.name = 'StrideError';
    this.code = code;
    this.detail = detail;
  }

  /** What the reader should do next. */
  get advice(): string {
    return catalogue[this.code].advice;
  }
}
