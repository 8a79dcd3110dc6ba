import { Type } from 'typebox';
import { frameDataExample, frameLinesExample } from '../examples/frame-data.ts';
import { FrameDataHeaderSchema, FrameDataSchema, FrameSchema } from '../schemas/frame-data.ts';
import { defineOperation } from './operation.ts';
import { AnalysisParamsSchema } from './params.ts';

/** `GET /analysis/{analysis_id}/results/frame_data`. */
export const getFrameData = defineOperation({
  id: 'getFrameData',
  method: 'GET',
  path: '/analysis/{analysis_id}/results/frame_data',
  tag: 'Analyses',
  summary: 'Keypoints, angles and events of every frame',
  description:
    'Keypoints, angles and events of each analysed frame, as one JSON object. With `Accept: application/x-ndjson` line by line: first the header without `frames`, then one line for each frame.',
  params: AnalysisParamsSchema,
  answers: {
    200: {
      description: 'The frames.',
      schema: FrameDataSchema,
      examples: { two_frames: frameDataExample },
      alsoAs: {
        'application/x-ndjson': {
          schema: Type.Union([FrameDataHeaderSchema, FrameSchema], { title: 'FrameDataLine' }),
          example: frameLinesExample,
        },
      },
    },
  },
  errors: ['analysis_not_found', 'results_not_ready', 'results_not_available', 'frame_data_not_found'],
  decisions: ['frame_data', 'calculated_data_status', 'not_found'],
});
