import type { FastifyInstance } from 'fastify';
import { redactSecrets } from '../logs/redact-secrets.ts';

/** What a client or a proxy may call its request: it goes into logs and the store as it is. */
const sane = /^[\w.:+=/-]{1,128}$/;

/**
 * The id of a request: the client's own `X-Request-Id` where that is a short word without a secret in it, else a new one.
 *
 * @param sent The header's value.
 */
export function requestIdOf(sent: string | readonly string[] | undefined, newId: () => string): string {
  return typeof sent === 'string' && sane.test(sent) && redactSecrets(sent) === sent ? sent : newId();
}

/** Tells the client the id of its request, which is in every line that is logged of it, in `X-Request-Id`. */
export function answerRequestIds(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id));
}
