import { exampleMoment, exampleSubjectId, exampleVideoId } from '../examples/ids.ts';
import { AnalysisListSchema } from '../schemas/analysis-list.ts';
import { defineOperation } from './operation.ts';

/** `GET /analysis`, and `GET /analysis/user` as it was called before. */
export const listAnalyses = defineOperation({
  id: 'listAnalyses',
  method: 'GET',
  path: '/analysis',
  aliases: ['/analysis/user'],
  tag: 'Analyses',
  summary: 'All analyses',
  description: 'Every analysis of the partner, newest first. `GET /analysis/user` is the older spelling.',
  answers: {
    200: {
      description: 'The analyses; an empty list when there are none.',
      schema: AnalysisListSchema,
      examples: {
        two: {
          analyses: [
            {
              video_id: exampleVideoId,
              analysis_type: 'side_view',
              status: 'success',
              percentage: 100,
              subject_id: exampleSubjectId,
              created_at: exampleMoment,
            },
            {
              video_id: '5c1a64c0-2f0e-4b3c-9d0e-1f8a0a3f7b21',
              analysis_type: 'side_view',
              status: 'pending',
              percentage: 0,
              created_at: '2026-03-23T10:44:10Z',
            },
          ],
        },
        none: { analyses: [] },
      },
    },
  },
  errors: [],
  decisions: ['analysis_lists'],
});
