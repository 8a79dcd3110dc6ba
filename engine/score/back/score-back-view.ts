import type { BackViewMetrics } from '../../metrics/back-view-metrics.ts';
import { bySide } from '../../metrics/by-side.ts';
import type { Measured } from '../../metrics/measured.ts';
import type { Side } from '../../pose/keypoint-names.ts';
import { scoreAngle } from '../angle-score.ts';
import type { Language } from '../language.ts';
import { backViewTextsByLanguage } from '../texts/back-view/by-language.ts';
import { backSideTexts } from './back-side-texts.ts';
import { backRangesTable } from './back-view-ranges.table.ts';
import { type BackSegment, type BackSideScore, type BackViewScore, backSegments } from './back-view-score.ts';

/** The angle that each segment is judged by. */
const angleOf: Readonly<Record<BackSegment, (metrics: BackViewMetrics, side: Side) => Measured>> = {
  knee_adduction: (metrics, side) => metrics.kneeAdduction[side].atMidStance,
  pelvic_drop: (metrics, side) => metrics.pelvicDrop[side].atMidStance,
  pronation: (metrics, side) => metrics.rearfoot[side].peak,
};

/** The angle that a segment's score rests on, degrees. */
export const judgedAngle = (segment: BackSegment, side: Side, metrics: BackViewMetrics): Measured =>
  angleOf[segment](metrics, side);

/**
 * Scores, bands and texts of a back view. A withheld angle has neither score nor band and takes no part in the total.
 *
 * @param options.language Language of every text.
 * @param options.fullBody Whether more than the pronation is asked for.
 */
export function scoreBackView(
  metrics: BackViewMetrics,
  { language, fullBody }: { readonly language: Language; readonly fullBody: boolean },
): BackViewScore {
  const texts = backViewTextsByLanguage[language];
  const sideScore = (segment: BackSegment, side: Side): BackSideScore => {
    const ranges = backRangesTable[segment];
    const { value } = judgedAngle(segment, side, metrics);
    const scored = value === null ? null : scoreAngle(value, ranges);
    return {
      score: scored?.score ?? null,
      band: scored?.band ?? null,
      rangeGood: ranges.good,
      rangeOkay: ranges.okay,
      rangeBad: value !== null && value < ranges.good[0] ? (ranges.badBelow ?? ranges.badAbove) : ranges.badAbove,
      texts: backSideTexts(segment, side, scored, texts),
    };
  };
  const scoreOf = (segment: BackSegment) => bySide((side) => sideScore(segment, side));
  const pronation = scoreOf('pronation');
  const others = fullBody
    ? { knee_adduction: scoreOf('knee_adduction'), pelvic_drop: scoreOf('pelvic_drop') }
    : undefined;
  const segments: BackViewScore['segments'] = { ...others, pronation };
  return { language, segments, totalScore: meanScore(segments) };
}

function meanScore(segments: BackViewScore['segments']): number | null {
  const known = backSegments
    .flatMap((segment) => [segments[segment]?.left.score, segments[segment]?.right.score])
    .filter((score) => score !== null && score !== undefined);
  return known.length === 0 ? null : known.reduce((sum, score) => sum + score, 0) / known.length;
}
