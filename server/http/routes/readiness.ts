import type { FastifyInstance } from 'fastify';
import { getReadiness } from '../../contract/operations/get-readiness.ts';
import { addRoute } from '../add-route.ts';
import { retryAfterS } from '../error-replies.ts';
import { HttpError } from '../http-error.ts';
import type { ServerContext } from '../server-context.ts';

/** `GET /readyz`: whether requests should be sent here now. */
export function readinessRoute(app: FastifyInstance, { unreadiness }: ServerContext): void {
  addRoute(app, getReadiness, async () => {
    const reason = await unreadiness();
    if (reason !== null) throw new HttpError(reason, { retryAfterS });
    return { status: 200, body: { status: 'ready' } };
  });
}
