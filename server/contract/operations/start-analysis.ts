import { exampleVideoId } from '../examples/ids.ts';
import { StartedSchema, StartFormSchema } from '../schemas/start.ts';
import { defineOperation } from './operation.ts';

/** `POST /analysis/start`. */
export const startAnalysis = defineOperation({
  id: 'startAnalysis',
  method: 'POST',
  path: '/analysis/start',
  tag: 'Analyses',
  summary: 'Start an analysis',
  description:
    'Accepts a video of a runner, takes one credit and queues the analysis. Request the results every 3 to 5 seconds, or use a webhook. An analysis that was answered 202 survives a restart of the server.',
  body: {
    type: 'multipart/form-data',
    schema: StartFormSchema,
    examples: {
      treadmill: {
        video: '(binary)',
        analysis_type: 'side_view',
        height: 1.78,
        weight: 70,
        language: 'en',
        treadmill: true,
        pace: '05:30',
      },
    },
    refused: {
      without_pace: [{ loc: ['body', 'pace'], msg: 'Field required when treadmill is true', type: 'missing' }],
      centimetres: [
        {
          loc: ['body', 'height'],
          msg: 'Input should be less than or equal to 2.5: height is in metres, send 1.75 instead of 175',
          type: 'less_than_equal',
        },
      ],
    },
  },
  answers: {
    202: {
      description: 'The analysis is queued.',
      schema: StartedSchema,
      examples: {
        started: { message: `Analysis started for ID: ${exampleVideoId}`, video_id: exampleVideoId },
      },
    },
  },
  errors: [
    'insufficient_credits',
    'subject_not_found',
    'webhook_not_configured',
    'invalid_video',
    'video_too_long',
    'video_too_large',
    'unsupported_video_format',
    'malformed_form',
    'form_too_large',
    'too_many_waiting',
    'server_busy',
  ],
  decisions: [
    'form_reading',
    'height_and_weight',
    'treadmill_pace',
    'start_subject',
    'start_webhook',
    'upload_refusals',
    'back_pressure',
    'orientation',
    'credits',
    'back_view',
    'validation_errors',
  ],
});
