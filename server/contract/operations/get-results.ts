import { Type } from 'typebox';
import { exampleVideoId } from '../examples/ids.ts';
import { backViewExample, failedExample, pronationExample, sideViewExample } from '../examples/results.ts';
import {
  AnalyzingSchema,
  BackViewSuccessSchema,
  FailedSchema,
  PendingSchema,
  SuccessSchema,
} from '../schemas/results.ts';
import { defineOperation } from './operation.ts';
import { AnalysisParamsSchema } from './params.ts';

/** `GET /analysis/{analysis_id}/results`. */
export const getResults = defineOperation({
  id: 'getResults',
  method: 'GET',
  path: '/analysis/{analysis_id}/results',
  tag: 'Analyses',
  summary: 'Progress, then scores and texts',
  description:
    'The status of an analysis: `pending` (200), `analyzing` (202), `success` (200) or `failed` (400). The links of a finished analysis are valid for an hour; request the results again for fresh ones.',
  params: AnalysisParamsSchema,
  answers: {
    200: {
      description: 'The analysis is waiting or finished.',
      schema: Type.Union([PendingSchema, SuccessSchema, BackViewSuccessSchema]),
      examples: {
        pending: { video_id: exampleVideoId, status: 'pending', percentage: 0 },
        side_view: sideViewExample,
        back_view: backViewExample,
        pronation: pronationExample,
      },
    },
    202: {
      description: 'The analysis is running.',
      schema: AnalyzingSchema,
      examples: { analyzing: { video_id: exampleVideoId, status: 'analyzing', percentage: 42 } },
    },
    400: {
      description: 'The analysis failed; the credit is returned.',
      schema: FailedSchema,
      examples: { failed: failedExample, failed_without_reason: { video_id: exampleVideoId, status: 'failed' } },
    },
  },
  errors: ['analysis_not_found'],
  decisions: [
    'pending_percentage',
    'failed_reason',
    'credits',
    'media_links',
    'score_number',
    'moving_ranges',
    'knees_at_touchdown',
    'foot_strike',
    'running_styles',
    'texts',
    'back_view',
    'not_found',
  ],
});
