import { type Static, Type } from 'typebox';
import { ours } from '../decisions/ours.ts';
import { BackViewAnalysisSchema, PronationAnalysisSchema } from './back-view-analysis.ts';
import { SideViewAnalysisSchema } from './biomechanical-analysis.ts';
import { VideoIdSchema } from './common.ts';
import { closed, Nullable } from './nullable.ts';

const percentage = Type.Integer({ minimum: 0, maximum: 100 });

/** 200: waiting for a free worker. */
export const PendingSchema = Type.Object(
  { video_id: VideoIdSchema, status: Type.Literal('pending'), percentage },
  { ...closed, title: 'PendingResults' },
);

/** 202: at work. */
export const AnalyzingSchema = Type.Object(
  { video_id: VideoIdSchema, status: Type.Literal('analyzing'), percentage },
  { ...closed, title: 'AnalyzingResults' },
);

const link = Nullable(Type.String({ description: 'Signed; valid for an hour. Null only if there is no picture.' }));

const success = {
  video_id: VideoIdSchema,
  status: Type.Literal('success'),
  percentage: Type.Integer({ minimum: 100, maximum: 100 }),
  thumbnail: link,
  output_video: link,
};

/** 200: a side view is done. The links are null only where no picture was made or it has been deleted. */
export const SuccessSchema = Type.Object(
  { ...success, biomechanical_analysis: SideViewAnalysisSchema },
  { ...closed, title: 'SideViewResults' },
);

/** 200: a back view is done. */
export const BackViewSuccessSchema = Type.Object(
  { ...success, biomechanical_analysis: Type.Union([BackViewAnalysisSchema, PronationAnalysisSchema]) },
  { ...closed, title: 'BackViewResults' },
);

/** 400: it could not be done. */
export const FailedSchema = Type.Object(
  {
    video_id: VideoIdSchema,
    status: Type.Literal('failed'),
    reason: Type.Optional(
      Type.Object({ code: Type.String(), message: Type.String() }, { ...closed, ...ours('failed_reason') }),
    ),
  },
  { ...closed, title: 'FailedResults' },
);

export type PendingBody = Static<typeof PendingSchema>;
export type AnalyzingBody = Static<typeof AnalyzingSchema>;
export type SuccessBody = Static<typeof SuccessSchema>;
export type BackViewSuccessBody = Static<typeof BackViewSuccessSchema>;
export type FailedBody = Static<typeof FailedSchema>;
export type FailureReason = NonNullable<FailedBody['reason']>;
