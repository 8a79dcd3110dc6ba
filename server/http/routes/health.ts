import type { FastifyInstance } from 'fastify';
import { getHealth } from '../../contract/operations/get-health.ts';
import { addRoute } from '../add-route.ts';
import type { ServerContext } from '../server-context.ts';

/** `GET /healthz`: whether the server and its store answer. */
export function healthRoute(app: FastifyInstance, { analyses }: ServerContext): void {
  addRoute(app, getHealth, async () => {
    await analyses.ownerOf('');
    return { status: 200, body: { status: 'ok' } };
  });
}
