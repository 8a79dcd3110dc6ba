import { type Static, Type } from 'typebox';
import { languages } from '../../../engine/score/language.ts';
import { VideoIdSchema } from './common.ts';
import { closed } from './nullable.ts';

export const analysisTypes = ['side_view', 'back_view'] as const;
export type AnalysisType = (typeof analysisTypes)[number];

/** Accepted heights, metres, and weights, kilograms. */
export const heightLimits = { minimum: 0.5, maximum: 2.5 } as const;
export const weightLimits = { minimum: 10, maximum: 300 } as const;

/** The text fields of `POST /analysis/start`. A field with a default may be left out or sent empty. */
export const StartFieldsSchema = Type.Object({
  analysis_type: Type.Enum(analysisTypes, { default: 'side_view', description: 'Where the camera stood.' }),
  subject_id: Type.Optional(Type.String({ description: 'A subject to link the analysis to.' })),
  height: Type.Number({ default: 1.7, ...heightLimits, description: 'Standing height in metres.' }),
  weight: Type.Number({ default: 70, ...weightLimits, description: 'Weight in kilograms.' }),
  pace: Type.Optional(
    Type.String({
      pattern: '^[0-9]{2}:[0-9]{2}$',
      description: 'Pace that the treadmill shows, minutes:seconds per kilometre. Required when treadmill is true.',
    }),
  ),
  language: Type.Enum(languages, { default: 'en', description: 'Language of the result texts.' }),
  treadmill: Type.Boolean({ default: false, description: 'Whether the runner is on a treadmill.' }),
  full_body: Type.Boolean({ default: true, description: 'Back view only; with false, only pronation is analysed.' }),
  notify_via_webhook: Type.Boolean({ default: false, description: 'Whether to send events to the saved webhook.' }),
});

export type StartFields = Static<typeof StartFieldsSchema>;

/** The whole multipart form. */
export const StartFormSchema = Type.Object(
  {
    video: Type.String({ format: 'binary', description: 'MP4, MOV, AVI or WEBM, at most 30 MB and 10 s.' }),
    ...StartFieldsSchema.properties,
  },
  { title: 'StartForm' },
);

/** The answer 202. */
export const StartedSchema = Type.Object(
  { message: Type.String({ pattern: '^Analysis started for ID: ' }), video_id: VideoIdSchema },
  { ...closed, title: 'Started' },
);

export type Started = Static<typeof StartedSchema>;
