import type { FastifyInstance, FastifyRequest } from 'fastify';
import { getResults } from '../../contract/operations/get-results.ts';
import type { AnswerOf } from '../../contract/operations/operation.ts';
import { toSuccessBody } from '../../contract/success-body.ts';
import type { AnalysisRecord } from '../../store/analysis-record.ts';
import { addRoute } from '../add-route.ts';
import { findAnalysis } from '../find-analysis.ts';
import { mediaLinks } from '../media-links.ts';
import type { ServerContext } from '../server-context.ts';

/** `GET /analysis/{analysis_id}/results`: how far it is, or what came out. */
export function resultsRoute(app: FastifyInstance, context: ServerContext): void {
  addRoute(app, getResults, async (call) => answer(await findAnalysis(context, call), context, call.request));
}

async function answer(
  record: AnalysisRecord,
  context: ServerContext,
  request: FastifyRequest,
): Promise<AnswerOf<typeof getResults>> {
  const { id, status, percentage, result, reason } = record;
  if (result !== null) {
    const links = await mediaLinks(context, record, request);
    return { status: 200, body: toSuccessBody(id, result, links) };
  }
  if (status === 'failed') {
    const told = context.tellReasons && reason !== null ? { reason } : {};
    return { status: 400, body: { video_id: id, status, ...told } };
  }
  if (status === 'analyzing') return { status: 202, body: { video_id: id, status, percentage } };
  return { status: 200, body: { video_id: id, status: 'pending', percentage } };
}
