import type { FastifyInstance } from 'fastify';
import { listAnalyses } from '../../contract/operations/list-analyses.ts';
import { listSubjectAnalyses } from '../../contract/operations/list-subject-analyses.ts';
import type { AnalysisListItemBody } from '../../contract/schemas/analysis-list.ts';
import { timestamp } from '../../contract/timestamp.ts';
import type { AnalysisSummary } from '../../store/analysis-record.ts';
import { addRoute } from '../add-route.ts';
import { findSubject } from '../find-subject.ts';
import type { ServerContext } from '../server-context.ts';

/** `GET /analysis` and `GET /analysis/subjects/{subject_id}`: a partner's analyses, newest first. */
export function analysisListRoutes(app: FastifyInstance, context: ServerContext): void {
  const { analyses } = context;
  addRoute(app, listAnalyses, async ({ partnerId }) => ({
    status: 200,
    body: { analyses: (await analyses.listByPartner(partnerId)).map(itemBody) },
  }));
  addRoute(app, listSubjectAnalyses, async ({ partnerId, params }) => {
    const { id } = await findSubject(context, partnerId, params.subject_id);
    const linked = await analyses.listBySubject(partnerId, id);
    return { status: 200, body: { subject_id: id, analyses: linked.map(itemBody) } };
  });
}

const itemBody = (analysis: AnalysisSummary): AnalysisListItemBody => ({
  video_id: analysis.id,
  analysis_type: analysis.analysisType,
  status: analysis.status,
  percentage: analysis.percentage,
  ...(analysis.subjectId !== null && { subject_id: analysis.subjectId }),
  created_at: timestamp(analysis.createdAtMs),
});
