import { type Static, Type } from 'typebox';
import { SideViewAnalysisSchema } from './biomechanical-analysis.ts';
import { closed, Nullable } from './nullable.ts';

const videoId = Type.String({ format: 'uuid' });

/** 200: waiting for a free worker. */
export const PendingSchema = Type.Object(
  { video_id: videoId, status: Type.Literal('pending'), percentage: Type.Integer({ minimum: 0, maximum: 100 }) },
  closed,
);

/** 202: at work. */
export const AnalyzingSchema = Type.Object(
  { video_id: videoId, status: Type.Literal('analyzing'), percentage: Type.Integer({ minimum: 0, maximum: 100 }) },
  closed,
);

/** 200: done. The links are null only where no picture was made or it has been deleted. */
export const SuccessSchema = Type.Object(
  {
    video_id: videoId,
    status: Type.Literal('success'),
    percentage: Type.Literal(100),
    thumbnail: Nullable(Type.String()),
    output_video: Nullable(Type.String()),
    biomechanical_analysis: SideViewAnalysisSchema,
  },
  closed,
);

/** 400: it could not be done. */
export const FailedSchema = Type.Object(
  {
    video_id: videoId,
    status: Type.Literal('failed'),
    reason: Type.Optional(Type.Object({ code: Type.String(), message: Type.String() }, closed)),
  },
  closed,
);

export type PendingBody = Static<typeof PendingSchema>;
export type AnalyzingBody = Static<typeof AnalyzingSchema>;
export type SuccessBody = Static<typeof SuccessSchema>;
export type FailedBody = Static<typeof FailedSchema>;
export type FailureReason = NonNullable<FailedBody['reason']>;
