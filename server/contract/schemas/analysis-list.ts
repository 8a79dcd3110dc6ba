import { type Static, Type } from 'typebox';
import { ours } from '../decisions/ours.ts';
import { TimestampSchema, VideoIdSchema } from './common.ts';
import { closed } from './nullable.ts';
import { analysisTypes } from './start.ts';

export const analysisStatuses = ['pending', 'analyzing', 'success', 'failed'] as const;

/** One analysis in a list. */
export const AnalysisListItemSchema = Type.Object(
  {
    video_id: VideoIdSchema,
    analysis_type: Type.Enum(analysisTypes),
    status: Type.Enum(analysisStatuses),
    percentage: Type.Integer({ minimum: 0, maximum: 100 }),
    subject_id: Type.Optional(
      Type.String({ format: 'uuid', description: 'Only if the analysis is linked to a subject.' }),
    ),
    created_at: TimestampSchema,
  },
  { ...closed, title: 'AnalysisListItem', ...ours('analysis_lists') },
);

const analyses = Type.Array(AnalysisListItemSchema, { description: 'Newest first.' });

export const AnalysisListSchema = Type.Object(
  { analyses },
  { ...closed, title: 'AnalysisList', ...ours('analysis_lists') },
);

export const SubjectAnalysisListSchema = Type.Object(
  { subject_id: Type.String({ format: 'uuid' }), analyses },
  { ...closed, title: 'SubjectAnalysisList', ...ours('analysis_lists') },
);

export type AnalysisListItemBody = Static<typeof AnalysisListItemSchema>;
