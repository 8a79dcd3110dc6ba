import { catalogue, type ErrorCode } from '../../engine/errors/catalogue.ts';
import type { StrideError } from '../../engine/errors/stride-error.ts';
import type { FailureReason } from './schemas/results.ts';

/** What is known of a refusal. */
export interface HttpErrorEntry {
  readonly status: number;
  readonly detail: string;
  /** The `code` of the body; null where the contract has none. */
  readonly code: string | null;
}

const entry = (status: number, detail: string, code: string | null = null): HttpErrorEntry => ({
  status,
  detail,
  code,
});

/** Every refusal that the server can answer, validation of fields (422) aside. */
export const httpErrors = {
  api_key_missing: entry(401, 'API Key is missing'),
  api_key_invalid: entry(403, 'Invalid API Key'),
  insufficient_credits: entry(402, 'Insufficient credits to perform analysis', 'insufficient_credits'),
  analysis_not_found: entry(404, 'Analysis not found'),
  subject_not_found: entry(404, 'Subject not found'),
  frame_data_not_found: entry(404, 'Frame data not found'),
  not_found: entry(404, 'Not Found'),
  method_not_allowed: entry(405, 'Method Not Allowed'),
  malformed_request: entry(400, 'The request cannot be read', 'malformed_request'),
  malformed_form: entry(400, 'The multipart form is malformed or incomplete', 'malformed_form'),
  invalid_video: entry(400, catalogue.invalid_video.message, 'invalid_video'),
  video_too_long: entry(400, catalogue.video_too_long.message, 'video_too_long'),
  video_too_large: entry(413, catalogue.video_too_large.message, 'video_too_large'),
  body_too_large: entry(413, 'The body is larger than this request may be', 'body_too_large'),
  form_too_large: entry(413, 'The form has too many parts or too long a field', 'form_too_large'),
  header_too_large: entry(431, 'The request’s headers are too large', 'header_too_large'),
  expectation_failed: entry(417, 'The request expects what this server does not do', 'expectation_failed'),
  unsupported_video_format: entry(415, catalogue.unsupported_video_format.message, 'unsupported_video_format'),
  webhook_not_configured: entry(400, 'notify_via_webhook needs a saved and enabled webhook', 'webhook_not_configured'),
  results_not_ready: entry(409, 'The analysis has no results yet', 'results_not_ready'),
  results_not_available: entry(409, 'The analysis failed, so it has no results', 'results_not_ready'),
  link_invalid: entry(403, 'The link is invalid or has expired', 'link_invalid'),
  range_not_satisfiable: entry(416, 'The range lies outside the file', 'range_not_satisfiable'),
  too_many_waiting: entry(429, 'Too many of your analyses are waiting; try again later', 'too_many_waiting'),
  server_busy: entry(429, 'The server has no room for another analysis now; try again later', 'server_busy'),
  rate_limited: entry(429, 'Too many requests; try again later', 'rate_limited'),
  request_timeout: entry(408, 'The request took too long to arrive', 'request_timeout'),
  storage_full: entry(507, 'There is no room left to store anything', 'storage_full'),
  store_unavailable: entry(503, 'The store cannot be reached; try again', 'store_unavailable'),
  stopping: entry(503, 'The server is stopping', 'stopping'),
  disk_nearly_full: entry(503, 'The disk is nearly full', 'disk_nearly_full'),
  workers_unable: entry(503, 'Analyses cannot be run at the moment', 'workers_unable'),
  internal_error: entry(500, 'Internal Server Error', 'internal_error'),
} as const satisfies Record<string, HttpErrorEntry>;

export type HttpErrorName = keyof typeof httpErrors;

/** How a video that the engine refuses before the 202 is answered; every other code of the engine is a 500. */
const uploadRefusals: Partial<Record<ErrorCode, HttpErrorName>> = {
  invalid_video: 'invalid_video',
  video_truncated: 'invalid_video',
  video_too_short: 'invalid_video',
  video_too_long: 'video_too_long',
  video_too_large: 'video_too_large',
  unsupported_video_format: 'unsupported_video_format',
  // A decoder that dies of a file is the file's fault more often than the machine's.
  decoder_failed: 'invalid_video',
};

/** How an upload that the engine's probe does not accept is answered; null when the fault is not the video's. */
export function uploadRefusal(error: StrideError): { readonly name: HttpErrorName; readonly detail: string } | null {
  const name = uploadRefusals[error.code];
  if (name === undefined) return null;
  const told = catalogue[error.code].exitCode === 5 ? httpErrors[name].detail : error.message;
  return { name, detail: `${told}. ${error.advice}` };
}

/** Reasons of a failed analysis beside the engine's codes. */
export const failureReasons = {
  internal_error: 'The analysis stopped unexpectedly',
  interrupted_too_often: 'The analysis was interrupted too often; start it again',
} as const satisfies Record<string, string>;

/** The reason that a client is shown. Faults of the installation, and what was cancelled, are told without details. */
export function failureReason(code: ErrorCode | keyof typeof failureReasons, message?: string): FailureReason {
  if (code in failureReasons) return { code, message: failureReasons[code as keyof typeof failureReasons] };
  const known = catalogue[code as ErrorCode];
  const shown = known.exitCode >= 5 || message === undefined ? known.message : message;
  return { code, message: `${shown}. ${known.advice}` };
}
