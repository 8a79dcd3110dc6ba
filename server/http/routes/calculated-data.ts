import type { FastifyInstance } from 'fastify';
import { findAnalysis } from '../find-analysis.ts';
import { HttpError } from '../http-error.ts';
import type { ServerContext } from '../server-context.ts';

/** `GET /analysis/{analysis_id}/results/calculated_data`: the numbers of a finished analysis. */
export function calculatedDataRoute(app: FastifyInstance, context: ServerContext): void {
  app.get('/analysis/:analysisId/results/calculated_data', async (request, reply) => {
    const { status, result } = await findAnalysis(context, request);
    if (result === null) throw new HttpError(status === 'failed' ? 'results_not_available' : 'results_not_ready');
    return reply.header('cache-control', 'no-store').send(result.calculatedData);
  });
}
