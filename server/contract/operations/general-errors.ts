import type { HttpErrorName } from '../errors.ts';
import type { Operation } from './operation.ts';

/** What every request with a key may be answered. */
const keyed: readonly HttpErrorName[] = ['api_key_missing', 'api_key_invalid', 'rate_limited'];

/** What any request may be answered. */
const any: readonly HttpErrorName[] = ['malformed_request', 'request_timeout', 'header_too_large', 'internal_error'];

/** What a request to no endpoint is answered. */
export const unroutedErrors: readonly HttpErrorName[] = [...any, 'not_found', 'method_not_allowed', 'body_too_large'];

/** Every refusal that an operation may be answered with, wrong fields (422) aside. */
export const errorsOf = (operation: Operation): readonly HttpErrorName[] => [
  ...(operation.open === true ? [] : keyed),
  ...operation.errors,
  ...any,
];
