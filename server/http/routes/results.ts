import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AnalyzingBody, FailedBody, PendingBody, SuccessBody } from '../../contract/schemas/results.ts';
import { toSuccessBody } from '../../contract/side-view-results.ts';
import type { AnalysisRecord } from '../../store/analysis-record.ts';
import { findAnalysis } from '../find-analysis.ts';
import { mediaLinks } from '../media-links.ts';
import type { ServerContext } from '../server-context.ts';

interface Answer {
  readonly status: 200 | 202 | 400;
  readonly body: PendingBody | AnalyzingBody | SuccessBody | FailedBody;
}

/** `GET /analysis/{analysis_id}/results`: how far it is, or what came out. */
export function resultsRoute(app: FastifyInstance, context: ServerContext): void {
  app.get('/analysis/:analysisId/results', async (request, reply) => {
    const record = await findAnalysis(context, request);
    const { status, body } = answer(record, context, request);
    return reply.code(status).header('cache-control', 'no-store').send(body);
  });
}

function answer(record: AnalysisRecord, context: ServerContext, request: FastifyRequest): Answer {
  const { id, status, percentage, result, reason } = record;
  if (result !== null) {
    const links = mediaLinks(context, record, request);
    return { status: 200, body: toSuccessBody(id, result.biomechanicalAnalysis, links) };
  }
  if (status === 'failed') {
    const told = context.tellReasons && reason !== null ? { reason } : {};
    return { status: 400, body: { video_id: id, status, ...told } };
  }
  if (status === 'analyzing') return { status: 202, body: { video_id: id, status, percentage } };
  return { status: 200, body: { video_id: id, status: 'pending', percentage } };
}
