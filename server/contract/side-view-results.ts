import type { SideAnalysis } from '../../engine/analysis.ts';
import type { SegmentScore, SideViewScore } from '../../engine/score/side-view-score.ts';
import { rangeBody } from './range.ts';
import { decimals, round } from './rounding.ts';
import type { FootSegmentBody, SegmentBody, SideViewAnalysisBody } from './schemas/biomechanical-analysis.ts';

/** `biomechanical_analysis`: segment scores with their ranges and texts, the styles, the total. */
export function toSideViewAnalysisBody({
  metrics,
  score,
}: Pick<SideAnalysis, 'metrics' | 'score'>): SideViewAnalysisBody {
  const { segments } = score;
  return {
    analysis_content: {
      arm: segmentBody(segments.arm),
      back_cycle: segmentBody(segments.back_cycle),
      foot: footBody(segments.foot, metrics.strikePattern),
      forward_cycle: segmentBody(segments.forward_cycle),
      head: segmentBody(segments.head),
      trunk: segmentBody(segments.trunk),
    },
    running_styles: stylesBody(score),
    total_score: round(score.totalScore, decimals.score),
  };
}

function segmentBody(segment: SegmentScore): SegmentBody {
  return {
    range_good: rangeBody(segment.rangeGood),
    range_okay: rangeBody(segment.rangeOkay),
    score_number: round(segment.score, decimals.score),
    texts: textsBody(segment),
  };
}

function footBody(segment: SegmentScore, pattern: FootSegmentBody['foot_strike_pattern']): FootSegmentBody {
  const { texts, ...body } = segmentBody(segment);
  const { overstrideTitle } = segment.texts;
  return {
    foot_strike_pattern: pattern,
    ...body,
    texts: overstrideTitle === undefined ? texts : { ...texts, overstride_title: overstrideTitle },
  };
}

function textsBody({ texts }: SegmentScore): SegmentBody['texts'] {
  return {
    ...(texts.exercises.length > 0 && { exercice: [...texts.exercises] }),
    position: texts.position,
    title: texts.title,
    ...(texts.recap.length > 0 && { recap: [...texts.recap] }),
  };
}

const stylesBody = ({ styles }: SideViewScore): SideViewAnalysisBody['running_styles'] =>
  styles.map(({ title, animal, percentage, summary }) => ({
    title,
    animal,
    percentage: round(percentage, decimals.percentage),
    summary,
  }));
