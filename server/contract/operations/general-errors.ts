import type { HttpErrorName } from '../errors.ts';
import type { Operation } from './operation.ts';

/** What every request with a key may be answered. */
export const keyErrors: readonly HttpErrorName[] = ['api_key_missing', 'api_key_invalid', 'rate_limited'];

/** What any request may be answered. */
export const anyErrors: readonly HttpErrorName[] = [
  'malformed_request',
  'request_timeout',
  'expectation_failed',
  'header_too_large',
  'storage_full',
  'store_unavailable',
  'internal_error',
];

/** What a request to no endpoint is answered. */
export const unroutedErrors: readonly HttpErrorName[] = [
  ...anyErrors,
  'not_found',
  'method_not_allowed',
  'body_too_large',
];

/** Every refusal that an operation may be answered with, wrong fields (422) aside. */
export const errorsOf = (operation: Operation): readonly HttpErrorName[] => [
  ...(operation.open === true ? [] : keyErrors),
  ...operation.errors,
  ...anyErrors,
];
