import { type Static, Type } from 'typebox';
import { ours } from '../decisions/ours.ts';
import { RangeSchema, ScoreNumberSchema } from './common.ts';
import { closed, Nullable } from './nullable.ts';

// `exercice` is spelled so in the contract.
const texts = {
  exercice: Type.Optional(Type.Array(Type.String())),
  position: Type.String(),
  title: Type.String(),
  recap: Type.Optional(Type.Array(Type.String())),
};

/** One segment of the body. `exercice` and `recap` are absent where the position is good. */
export const SegmentSchema = Type.Object(
  {
    range_good: RangeSchema,
    range_okay: RangeSchema,
    score_number: ScoreNumberSchema,
    texts: Type.Object(texts, closed),
  },
  { ...closed, title: 'Segment' },
);

export const FootSegmentSchema = Type.Object(
  {
    foot_strike_pattern: Nullable(Type.Enum(['rearfoot', 'midfoot', 'forefoot'], ours('foot_strike'))),
    range_good: RangeSchema,
    range_okay: RangeSchema,
    score_number: ScoreNumberSchema,
    texts: Type.Object({ ...texts, overstride_title: Type.Optional(Type.String()) }, closed),
  },
  { ...closed, title: 'FootSegment' },
);

export const RunningStyleSchema = Type.Object(
  {
    title: Type.String(),
    animal: Type.String(),
    percentage: Type.Number({ minimum: 0, maximum: 100 }),
    summary: Type.String(),
  },
  { ...closed, title: 'RunningStyle' },
);

/** `biomechanical_analysis` of a side view. */
export const SideViewAnalysisSchema = Type.Object(
  {
    analysis_content: Type.Object(
      {
        arm: SegmentSchema,
        back_cycle: SegmentSchema,
        foot: FootSegmentSchema,
        forward_cycle: SegmentSchema,
        head: SegmentSchema,
        trunk: SegmentSchema,
      },
      closed,
    ),
    running_styles: Type.Array(RunningStyleSchema, { description: 'Best first.', ...ours('running_styles') }),
    total_score: ScoreNumberSchema,
  },
  { ...closed, title: 'SideViewAnalysis' },
);

export type SegmentBody = Static<typeof SegmentSchema>;
export type FootSegmentBody = Static<typeof FootSegmentSchema>;
export type SideViewAnalysisBody = Static<typeof SideViewAnalysisSchema>;
