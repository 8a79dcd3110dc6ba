import { type HttpErrorName, httpErrors } from '../contract/errors.ts';
import type { ErrorBody, FieldError } from '../contract/schemas/errors.ts';

/** A refusal of the catalogue. */
export class HttpError extends Error {
  readonly status: number;
  readonly body: ErrorBody;
  /** When to ask again, seconds; null where that is not said. */
  readonly retryAfterS: number | null;

  /** @param more What to say in place of the catalogue's text, or that and when to ask again. */
  constructor(name: HttpErrorName, more: string | { readonly detail?: string; readonly retryAfterS?: number } = {}) {
    const { detail, retryAfterS } = typeof more === 'string' ? { detail: more } : more;
    const { status, code, detail: text } = httpErrors[name];
    super(name);
    this.retryAfterS = retryAfterS ?? null;
    this.name = 'HttpError';
    this.status = status;
    this.body = { detail: detail ?? text, ...(code !== null && { code }) };
  }
}

/** Fields that are missing or cannot be used: 422. */
export class FieldsError extends Error {
  readonly status = 422;
  readonly body: { readonly detail: readonly FieldError[] };

  constructor(errors: readonly FieldError[]) {
    super('fields');
    this.name = 'FieldsError';
    this.body = { detail: errors };
  }
}
