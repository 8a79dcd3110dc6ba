import type { BackAnalysis } from '../../engine/analysis.ts';
import { bySide } from '../../engine/metrics/by-side.ts';
import type { BackSideScore, BothSides } from '../../engine/score/back/back-view-score.ts';
import { rangeBody } from './range.ts';
import { decimals, round } from './rounding.ts';
import type { BackViewAnalysisBody, BackViewSideBody, PronationAnalysisBody } from './schemas/back-view-analysis.ts';

/** `biomechanical_analysis` of a back view: each side's scores with their ranges and texts, the total. */
export function toBackViewAnalysisBody({
  score,
}: Pick<BackAnalysis, 'score'>): BackViewAnalysisBody | PronationAnalysisBody {
  const { knee_adduction: knee, pelvic_drop: pelvis, pronation } = score.segments;
  const total = round(score.totalScore, decimals.score);
  if (knee === undefined || pelvis === undefined)
    return { analysis_content: { pronation: sidesBody(pronation) }, total_score: total };
  return {
    analysis_content: {
      knee_adduction: sidesBody(knee),
      pelvic_drop: sidesBody(pelvis),
      pronation: sidesBody(pronation),
    },
    total_score: total,
  };
}

const sidesBody = (sides: BothSides<BackSideScore>) => bySide((side) => sideBody(sides[side]));

const sideBody = ({ rangeBad, rangeGood, rangeOkay, score, texts }: BackSideScore): BackViewSideBody => ({
  range_bad: rangeBody(rangeBad),
  range_good: rangeBody(rangeGood),
  range_okay: rangeBody(rangeOkay),
  score_number: round(score, decimals.score),
  texts: {
    explanation: texts.explanation,
    position: texts.position,
    ...(texts.recap.length > 0 && { recap: [...texts.recap] }),
    side: texts.side,
    title: texts.title,
  },
});
