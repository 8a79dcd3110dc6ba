import type { Measured } from '../metrics/measured.ts';
import type { SideViewMetrics } from '../metrics/side-view-metrics.ts';
import { type AngleScore, scoreAngle } from './angle-score.ts';
import type { Language } from './language.ts';
import { overstrideBand } from './overstride-band.ts';
import { referenceSpeed } from './ranges.table.ts';
import { rangesAtSpeed } from './ranges-at-speed.ts';
import { footTexts, segmentTexts } from './segment-texts.ts';
import { type Segment, type SegmentScore, type SideViewScore, segments } from './side-view-score.ts';
import { runningStyles } from './style/running-styles.ts';
import { textsByLanguage } from './texts/by-language.ts';

/** The angle that each segment is judged by. */
const angleOf: Readonly<Record<Segment, (metrics: SideViewMetrics) => Measured>> = {
  arm: (metrics) => metrics.elbowAngleDeg,
  back_cycle: (metrics) => metrics.backKneeAngleDeg,
  foot: (metrics) => metrics.footAngleDeg,
  forward_cycle: (metrics) => metrics.frontKneeAngleDeg,
  head: (metrics) => metrics.headGazeDeg,
  trunk: (metrics) => metrics.trunkLeanDeg,
};

/** The angle that a segment's score rests on, degrees. */
export const sideAngle = (segment: Segment, metrics: SideViewMetrics): Measured => angleOf[segment](metrics);

/**
 * Scores, bands, style and texts of a side view.
 *
 * Ranges move with the measured speed, or stand at the reference speed when it is withheld. A withheld angle has
 * neither score nor band and takes no part in the total.
 *
 * @param options.language Language of every text.
 * @param options.heightM Standing height in metres, for the style's reference.
 */
export const scoreSideView = (
  metrics: SideViewMetrics,
  { language, heightM }: { readonly language: Language; readonly heightM: number },
): SideViewScore => {
  const texts = textsByLanguage[language];
  const speedMps = metrics.speedMps.value ?? referenceSpeed.meanMps;
  const overstride = overstrideBand(metrics.overstrideDeg);

  const scoreOf = (segment: Segment): SegmentScore => {
    const ranges = rangesAtSpeed(segment, speedMps);
    const { value } = sideAngle(segment, metrics);
    const scored: AngleScore | null = value === null ? null : scoreAngle(value, ranges);
    return {
      score: scored?.score ?? null,
      band: scored?.band ?? null,
      rangeGood: ranges.good,
      rangeOkay: ranges.okay,
      texts: segment === 'foot' ? footTexts(metrics, scored, overstride, texts) : segmentTexts(segment, scored, texts),
    };
  };

  const scores = Object.fromEntries(segments.map((segment) => [segment, scoreOf(segment)])) as Record<
    Segment,
    SegmentScore
  >;
  return {
    language,
    segments: scores,
    totalScore: meanOfKnown(segments.map((segment) => scores[segment].score)),
    styles: runningStyles(metrics, heightM, texts),
    overstrideBand: overstride,
  };
};

const meanOfKnown = (scores: readonly (number | null)[]): number | null => {
  const known = scores.filter((score) => score !== null);
  return known.length === 0 ? null : known.reduce((sum, score) => sum + score, 0) / known.length;
};
