import { AnalysisDeletedSchema } from '../schemas/analysis-deleted.ts';
import { defineOperation } from './operation.ts';
import { AnalysisParamsSchema } from './params.ts';

/** `POST /analysis/{analysis_id}/delete`. */
export const deleteAnalysis = defineOperation({
  id: 'deleteAnalysis',
  method: 'POST',
  path: '/analysis/{analysis_id}/delete',
  tag: 'Analyses',
  summary: 'Delete an analysis',
  description:
    'An addition of ours, for the privacy of runners. The analysis is deleted with its video, pictures, frames, numbers and webhook events, and is unknown from then on; links to its pictures stop working. If it is waiting or running, it is ended and its credit returned. A body is not read.',
  params: AnalysisParamsSchema,
  answers: {
    200: {
      description: 'The analysis is deleted.',
      schema: AnalysisDeletedSchema,
      examples: { deleted: { message: 'Analysis deleted' } },
    },
  },
  errors: ['analysis_not_found', 'body_too_large'],
  decisions: ['analysis_delete', 'not_found'],
});
