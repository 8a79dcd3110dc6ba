import { exampleMoment, exampleSubjectId, exampleVideoId } from '../examples/ids.ts';
import { SubjectAnalysisListSchema } from '../schemas/analysis-list.ts';
import { defineOperation } from './operation.ts';
import { SubjectParamsSchema } from './params.ts';

/** `GET /analysis/subjects/{subject_id}`. */
export const listSubjectAnalyses = defineOperation({
  id: 'listSubjectAnalyses',
  method: 'GET',
  path: '/analysis/subjects/{subject_id}',
  tag: 'Analyses',
  summary: 'All analyses of a subject',
  description: 'Every analysis that was linked to the subject at its start, newest first.',
  params: SubjectParamsSchema,
  answers: {
    200: {
      description: 'The analyses; an empty list when there are none.',
      schema: SubjectAnalysisListSchema,
      examples: {
        one: {
          subject_id: exampleSubjectId,
          analyses: [
            {
              video_id: exampleVideoId,
              analysis_type: 'side_view',
              status: 'analyzing',
              percentage: 42,
              subject_id: exampleSubjectId,
              created_at: exampleMoment,
            },
          ],
        },
      },
    },
  },
  errors: ['subject_not_found'],
  decisions: ['analysis_lists', 'subject_delete', 'not_found'],
});
