import type { Measured } from '../metrics/measured.ts';
import { normal90 } from '../signal/student-t.ts';
import { scoreAngle } from './angle-score.ts';
import type { SegmentRanges } from './ranges-at-speed.ts';
import type { Band } from './side-view-score.ts';

/** What the error of an angle leaves of its score. */
export interface ScoreSpread {
  /** How likely each band is; together 1. */
  readonly bands: Readonly<Record<Band, number>>;
  /** Of the score, 0 to 1. */
  readonly mean: number;
  readonly variance: number;
}

/** Places of the quadrature, standard deviations. */
const nodes = Array.from({ length: 401 }, (_, index) => (index - 200) / 50);

/**
 * Spread of an angle's score when its error is normal with the half width of its 90 % interval, by a fixed quadrature over four standard
 * deviations to either side. Null when the angle was withheld.
 *
 * @param angle Degrees.
 */
export function scoreSpread({ value, halfWidth }: Measured, ranges: SegmentRanges): ScoreSpread | null {
  if (value === null) return null;
  const sdDeg = (halfWidth ?? 0) / normal90;
  const bands: Record<Band, number> = { good: 0, okay: 0, bad: 0 };
  let [total, mean, square] = [0, 0, 0];
  for (const node of nodes) {
    const weight = Math.exp(-0.5 * node * node);
    const { score, band } = scoreAngle(value + node * sdDeg, ranges);
    total += weight;
    bands[band] += weight;
    mean += weight * score;
    square += weight * score * score;
  }
  mean /= total;
  return {
    bands: { good: bands.good / total, okay: bands.okay / total, bad: bands.bad / total },
    mean,
    variance: Math.max(0, square / total - mean * mean),
  };
}

/**
 * A 90 % interval of a total score, the mean of segments' scores, whose angles are taken to err independently; null without any.
 *
 * @param totalScore What was scored, 0 to 1: the interval holds it.
 */
export function totalScoreInterval(
  totalScore: number | null,
  spreads: readonly (ScoreSpread | null)[],
): readonly [low: number, high: number] | null {
  const known = spreads.filter((spread) => spread !== null);
  if (totalScore === null || known.length === 0) return null;
  const mean = known.reduce((sum, spread) => sum + spread.mean, 0) / known.length;
  const reach = (normal90 * Math.sqrt(known.reduce((sum, spread) => sum + spread.variance, 0))) / known.length;
  return [Math.max(0, Math.min(totalScore, mean - reach)), Math.min(1, Math.max(totalScore, mean + reach))];
}
