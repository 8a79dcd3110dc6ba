import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type HttpErrorName, httpErrors } from '../contract/errors.ts';
import { isStoreFault } from '../store/explain-store-error.ts';
import { FieldsError, HttpError } from './http-error.ts';
import { securityHeaders } from './security-headers.ts';

/** Errors of fastify, its multipart parser and the file system, by their codes. */
const namesByCode: Readonly<Record<string, HttpErrorName>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'malformed_request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed_request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed_request',
  FST_ERR_BAD_URL: 'not_found',
  FST_ERR_ASYNC_CONSTRAINT: 'not_found',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed_request',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
  FST_PARTS_LIMIT: 'form_too_large',
  FST_FILES_LIMIT: 'form_too_large',
  FST_FIELDS_LIMIT: 'form_too_large',
  FST_PROTO_VIOLATION: 'malformed_form',
  FST_INVALID_JSON_FIELD_ERROR: 'malformed_form',
  FST_MP_PREMATURE_CLOSE: 'malformed_form',
  ENOSPC: 'storage_full',
  EDQUOT: 'storage_full',
  SQLITE_FULL: 'storage_full',
  '53100': 'storage_full',
};

/** The multipart parser's own errors carry no codes; these are its words. */
const malformedForm = /multipart|boundary|Part terminated early|Malformed|needle cannot/i;

/** What a disk answers that may not be written to now, and may be again once somebody has seen to it. */
const diskAway: ReadonlySet<unknown> = new Set(['EROFS', 'EIO', 'ESTALE']);

/** When a client is to ask again for what the store did not give, seconds. */
export const retryAfterS = 5;

/** The refusal that an error stands for. Whatever is not known is a 500 without a word on its cause. */
export function refusalOf(error: unknown): HttpError | FieldsError {
  if (error instanceof HttpError || error instanceof FieldsError) return error;
  const { code, message } = error as Partial<FastifyError>;
  const known = namesByCode[code ?? ''];
  if (known !== undefined) return new HttpError(known);
  if (isStoreFault(error) || diskAway.has(code)) return new HttpError('store_unavailable', { retryAfterS });
  if (message !== undefined && malformedForm.test(message)) return new HttpError('malformed_form');
  return new HttpError('internal_error');
}

/** Answers every error, the framework's own included, with a `detail`. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error);
  // Nobody is left to be answered, and nothing of ours has failed.
  if (request.raw.destroyed && !request.raw.complete) request.log.info('the client went away');
  // What a route itself refuses is no fault.
  else if (refusal.status >= 500 && refusal !== error) request.log.error({ err: error }, 'request failed');
  const waitS = refusal instanceof HttpError ? refusal.retryAfterS : null;
  if (waitS !== null) reply.header('retry-after', String(waitS));
  return reply.code(refusal.status).send(refusal.body);
}

/** Answers unknown paths, and known paths asked with another method, as the contract's other errors. */
export function answerUnknownRoutes(app: FastifyInstance, known: ReadonlyMap<string, readonly string[]>): void {
  app.setNotFoundHandler((request, reply) => sendError(new HttpError('not_found'), request, reply));
  for (const [url, methods] of known) {
    app.route({
      url,
      method: app.supportedMethods.filter((method) => !methods.includes(method)),
      handler: (request, reply) =>
        sendError(new HttpError('method_not_allowed'), request, reply.header('allow', methods.join(', '))),
    });
  }
}

/** What a connection is told whose bytes are no HTTP request, or came too slowly. */
export function malformedRequestBytes(code: string | undefined): string {
  const { status, body } = bareAnswer(nameOfSocketError(code));
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `Content-Type: ${json}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...Object.entries(securityHeaders).map(([name, value]) => `${name}: ${value}`),
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}

/** Answers an `Expect` of anything but 100-continue. Its body may never come, so the connection ends. */
export function refuseExpectation(_request: IncomingMessage, response: ServerResponse): void {
  const { status, body } = bareAnswer('expectation_failed');
  response
    .writeHead(status, {
      ...securityHeaders,
      'content-type': json,
      'content-length': Buffer.byteLength(body),
      connection: 'close',
    })
    .end(body);
}

const json = 'application/json; charset=utf-8';

/** A refusal of what never becomes a request. */
function bareAnswer(name: HttpErrorName): { readonly status: number; readonly body: string } {
  const { status, detail, code } = httpErrors[name];
  return { status, body: JSON.stringify({ detail, code }) };
}

function nameOfSocketError(code: string | undefined): HttpErrorName {
  if (code === 'HPE_HEADER_OVERFLOW') return 'header_too_large';
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'request_timeout' : 'malformed_request';
}
