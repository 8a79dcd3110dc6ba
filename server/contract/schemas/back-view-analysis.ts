import { type Static, Type } from 'typebox';
import { ours } from '../decisions/ours.ts';
import { RangeSchema, ScoreNumberSchema } from './common.ts';
import { closed } from './nullable.ts';

/** One side of one angle seen from behind. */
export const BackViewSideSchema = Type.Object(
  {
    range_bad: RangeSchema,
    range_good: RangeSchema,
    range_okay: RangeSchema,
    score_number: ScoreNumberSchema,
    texts: Type.Object(
      {
        explanation: Type.Optional(Type.String()),
        position: Type.String(),
        recap: Type.Optional(Type.Array(Type.String())),
        side: Type.String(),
        title: Type.String(),
      },
      closed,
    ),
  },
  { ...closed, title: 'BackViewSide' },
);

const BothSidesSchema = Type.Object(
  { left: BackViewSideSchema, right: BackViewSideSchema },
  { ...closed, title: 'BackViewSides' },
);

/** `biomechanical_analysis` of a back view. */
export const BackViewAnalysisSchema = Type.Object(
  {
    analysis_content: Type.Object(
      { knee_adduction: BothSidesSchema, pelvic_drop: BothSidesSchema, pronation: BothSidesSchema },
      closed,
    ),
    total_score: ScoreNumberSchema,
  },
  { ...closed, title: 'BackViewAnalysis' },
);

/** The same with `full_body=false`. */
export const PronationAnalysisSchema = Type.Object(
  {
    analysis_content: Type.Object({ pronation: BothSidesSchema }, closed),
    total_score: ScoreNumberSchema,
  },
  { ...closed, title: 'PronationAnalysis', ...ours('back_view') },
);

export type BackViewSideBody = Static<typeof BackViewSideSchema>;
export type BackViewAnalysisBody = Static<typeof BackViewAnalysisSchema>;
export type PronationAnalysisBody = Static<typeof PronationAnalysisSchema>;
