import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusalOf } from '../../http/error-replies.ts';
import { FieldsError } from '../../http/http-error.ts';
import type { Refusal } from '../api/refusal.ts';
import { ConsoleError } from '../console-errors.ts';

/** Answers every error under `/console/api` with its code: the console's own, or the one that the API has for it. */
export function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, body, retryAfterS, isFault } = toldOf(error);
  if (request.raw.destroyed && !request.raw.complete) request.log.info('the client went away');
  else if (isFault) request.log.error({ err: error }, 'request failed');
  if (retryAfterS !== null) reply.header('retry-after', String(retryAfterS));
  return reply.code(status).send(body);
}

interface Told {
  readonly status: number;
  readonly body: Refusal;
  readonly retryAfterS: number | null;
  readonly isFault: boolean;
}

function toldOf(error: unknown): Told {
  if (error instanceof ConsoleError) {
    const { status, code, detail, retryAfterS } = error;
    return { status, body: { code, detail }, retryAfterS, isFault: false };
  }
  const refusal = refusalOf(error);
  if (refusal instanceof FieldsError) {
    const body = { code: 'invalid_fields', detail: refusal.body.detail };
    return { status: refusal.status, body, retryAfterS: null, isFault: false };
  }
  const { status, retryAfterS, body, message } = refusal;
  // Where the contract has no code, the name of the refusal in the catalogue is one.
  const told = { code: body.code ?? message, detail: body.detail };
  return { status, body: told, retryAfterS, isFault: status >= 500 && refusal !== error };
}
