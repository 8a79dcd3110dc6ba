import type { FastifyInstance } from 'fastify';
import { deleteAnalysis } from '../../contract/operations/delete-analysis.ts';
import { addRoute } from '../add-route.ts';
import { HttpError } from '../http-error.ts';
import type { ServerContext } from '../server-context.ts';

/** `POST /analysis/{analysis_id}/delete`: an analysis with all its files. */
export function deleteAnalysisRoute(app: FastifyInstance, { eraseAnalysis }: ServerContext): void {
  addRoute(app, deleteAnalysis, async ({ partnerId, params }) => {
    if (!(await eraseAnalysis(params.analysis_id.toLowerCase(), partnerId))) throw new HttpError('analysis_not_found');
    return { status: 200, body: { message: 'Analysis deleted' } };
  });
}
