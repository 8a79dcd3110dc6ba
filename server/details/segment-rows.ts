import type { BackAnalysis, SideAnalysis } from '../../engine/analysis.ts';
import { backRangesTable } from '../../engine/score/back/back-view-ranges.table.ts';
import { backSegments } from '../../engine/score/back/back-view-score.ts';
import { judgedAngle } from '../../engine/score/back/score-back-view.ts';
import { referenceSpeed } from '../../engine/score/ranges.table.ts';
import { rangesAtSpeed } from '../../engine/score/ranges-at-speed.ts';
import { sideAngle } from '../../engine/score/score-side-view.ts';
import { type ScoreSpread, scoreSpread, totalScoreInterval } from '../../engine/score/score-spread.ts';
import { segments } from '../../engine/score/side-view-score.ts';
import { decimals, round } from '../contract/rounding.ts';
import { judgedBackMetric } from './back-metrics.ts';
import type { Details, SegmentDetails } from './details.ts';
import { roundedShares } from './rounded-shares.ts';
import { judgedMetric } from './side-metrics.ts';
import { sides } from './sides.ts';
import { backTextKey } from './words.ts';

/** What is judged, and how sure that is. */
export type JudgedDetails = Pick<Details, 'segments' | 'totalScoreInterval'>;

/** A segment as it is written, with what its total needs. */
interface Judged {
  readonly row: SegmentDetails;
  readonly spread: ScoreSpread | null;
}

export const judgedSide = ({ metrics, score }: Pick<SideAnalysis, 'metrics' | 'score'>): JudgedDetails =>
  together(
    score.totalScore,
    segments.map((id) => {
      const ranges = rangesAtSpeed(id, metrics.speedMps.value ?? referenceSpeed.meanMps);
      const spread = scoreSpread(sideAngle(id, metrics), ranges);
      const judgement = { side: null, textKey: id, metricId: judgedMetric[id] };
      return { row: { id, ...judgement, ...written(score.segments[id], spread) }, spread };
    }),
  );

export const judgedBack = ({ metrics, score }: Pick<BackAnalysis, 'metrics' | 'score'>): JudgedDetails =>
  together(
    score.totalScore,
    backSegments.flatMap((id) => {
      const judged = score.segments[id];
      if (judged === undefined) return [];
      return sides.map((side) => {
        const spread = scoreSpread(judgedAngle(id, side, metrics), backRangesTable[id]);
        const judgement = { side, textKey: backTextKey(id, side), metricId: judgedBackMetric[id] };
        return { row: { id, ...judgement, ...written(judged[side], spread) }, spread };
      });
    }),
  );

const written = (
  { score, band }: Pick<SegmentDetails, 'score' | 'band'>,
  spread: ScoreSpread | null,
): Pick<SegmentDetails, 'score' | 'band' | 'bandShares'> => ({
  score: round(score, decimals.score),
  band,
  bandShares: spread && roundedShares(spread.bands),
});

function together(totalScore: number | null, judged: readonly Judged[]): JudgedDetails {
  const interval = totalScoreInterval(
    totalScore,
    judged.map(({ spread }) => spread),
  );
  return {
    segments: judged.map(({ row }) => row),
    totalScoreInterval: interval && [round(interval[0], decimals.score), round(interval[1], decimals.score)],
  };
}
