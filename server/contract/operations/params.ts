import { Type } from 'typebox';

/** The parameter of every path that names an analysis. */
export const AnalysisParamsSchema = Type.Object({
  analysis_id: Type.String({ description: 'The `video_id` that the start was answered with.' }),
});

/** The parameter of every path that names a subject. */
export const SubjectParamsSchema = Type.Object({
  subject_id: Type.String({ description: 'The `subject_id` that the creation was answered with.' }),
});
