import type { FastifyInstance } from 'fastify';
import type { ServerContext } from '../server-context.ts';

/** `GET /healthz`: whether the server and its store answer. */
export function healthRoute(app: FastifyInstance, { analyses }: ServerContext): void {
  app.get('/healthz', async () => {
    await analyses.ownerOf('');
    return { status: 'ok' };
  });
}
