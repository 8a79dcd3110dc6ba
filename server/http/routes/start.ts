import type { FastifyInstance } from 'fastify';
import { startAnalysis } from '../../contract/operations/start-analysis.ts';
import { addRoute } from '../add-route.ts';
import type { ServerContext } from '../server-context.ts';
import { startUpload } from '../start-upload.ts';

/** `POST /analysis/start`. */
export function startRoute(app: FastifyInstance, context: ServerContext): void {
  addRoute(app, startAnalysis, async ({ partnerId, request }) => {
    const id = await startUpload(context, partnerId, request);
    return { status: 202, body: { message: `Analysis started for ID: ${id}`, video_id: id } };
  });
}
