import type { FastifyInstance } from 'fastify';
import { listAnalyses } from '../../contract/operations/list-analyses.ts';
import { listSubjectAnalyses } from '../../contract/operations/list-subject-analyses.ts';
import { addRoute } from '../add-route.ts';
import { findSubject } from '../find-subject.ts';
import { ListAnswers } from '../list-answers.ts';
import type { ServerContext } from '../server-context.ts';

/** `GET /analysis` and `GET /analysis/subjects/{subject_id}`: a partner's analyses, newest first. */
export function analysisListRoutes(app: FastifyInstance, context: ServerContext): void {
  const lists = new ListAnswers(context.analyses);
  addRoute(app, listAnalyses, ({ partnerId, request }) =>
    lists.answer({ partnerId, subjectId: null, isHead: request.method === 'HEAD' }, {}),
  );
  addRoute(app, listSubjectAnalyses, async ({ partnerId, params, request }) => {
    const { id } = await findSubject(context, partnerId, params.subject_id);
    return lists.answer({ partnerId, subjectId: id, isHead: request.method === 'HEAD' }, { subject_id: id });
  });
}
