import type { SegmentRanges } from './ranges-at-speed.ts';
import type { Band } from './side-view-score.ts';

/** What an angle is worth. */
export interface AngleScore {
  /** 0 to 1. */
  readonly score: number;
  readonly band: Band;
  /** On which side of the good interval the angle lies; null inside it. */
  readonly direction: 'low' | 'high' | null;
}

/** Borders belong to the better band, whatever the last bit of a float says. */
const roundOff = 1e-9;

/**
 * Scores an angle (degrees) against its intervals.
 *
 * With w the width of the okay band on the angle's side, the deviation t is 0 up to w short of the good border, and
 * grows by 1 for every w from there: t = 1 at the good border, t = 2 at the okay border. Then
 *
 *   score = 2 / (2 + t^2)
 *
 * which is 1 with a flat top in the middle of the good interval, exactly 2/3 at its border, exactly 1/3 at the okay
 * border, falls to 0 without ever reaching it, and has no jump and no kink. Towards a side without an okay band the
 * score stays 1: the interval ends there at a physical limit.
 */
export const scoreAngle = (angleDeg: number, ranges: SegmentRanges): AngleScore => {
  const [low, high] = ranges.good;
  const below = deviation(low - angleDeg, ranges.okayBelowDeg);
  const above = deviation(angleDeg - high, ranges.okayAboveDeg);
  const t = Math.max(below, above);
  const band: Band = t <= 1 + roundOff ? 'good' : t <= 2 + roundOff ? 'okay' : 'bad';
  return { score: 2 / (2 + t * t), band, direction: band === 'good' ? null : below > above ? 'low' : 'high' };
};

const deviation = (beyondGoodDeg: number, okayWidthDeg: number | null): number =>
  okayWidthDeg === null ? 0 : Math.max(0, 1 + beyondGoodDeg / okayWidthDeg);
