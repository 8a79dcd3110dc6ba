import { Type } from 'typebox';

/** The parameter of every path that names an analysis. */
export const AnalysisParamsSchema = Type.Object({
  analysis_id: Type.String({ description: 'The `video_id` from the answer to the start.' }),
});

/** The parameter of every path that names a subject. */
export const SubjectParamsSchema = Type.Object({
  subject_id: Type.String({ description: 'The `subject_id` from the answer to the creation.' }),
});
