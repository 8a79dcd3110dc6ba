import type { ErrorCode } from '../../errors/catalogue.ts';

/** A failure inside the child, sent to the parent by its code. */
export class JobError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, detail: string) {
    super(detail);
    this.name = 'JobError';
    this.code = code;
  }
}
