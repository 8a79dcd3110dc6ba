import type { FastifyInstance } from 'fastify';
import { getHealth } from '../../contract/operations/get-health.ts';
import { addRoute } from '../add-route.ts';

/** `GET /healthz`: that the server answers. */
export function healthRoute(app: FastifyInstance): void {
  addRoute(app, getHealth, async () => ({ status: 200, body: { status: 'ok' } }));
}
