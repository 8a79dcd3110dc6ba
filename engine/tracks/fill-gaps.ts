import { keypointNames } from '../pose/keypoint-names.ts';
import { splineSecondDerivatives } from '../signal/cubic-spline.ts';
import { hasGap } from '../signal/elementwise.ts';
import { knownSamples } from '../signal/known-samples.ts';
import type { RawPoints } from './raw-points.ts';

/** Longer gaps stay empty: half a stance is gone in a tenth of a second. */
export const longestGapS = 0.1;

/** Samples on either side that a gap's spline rests on. */
const support = 4;

/** Fills gaps in the inside of one signal, in place; returns the frames that it filled. */
export function fillShortGaps(timesS: Float64Array, values: Float64Array): number[] {
  if (!hasGap(values)) return [];
  const known = knownSamples([values], values.length);
  const filled: number[] = [];
  for (let k = 0; k + 1 < known.length; k++) {
    const before = known[k];
    const after = known[k + 1];
    const missingS = timesS[after] - timesS[before];
    if (after === before + 1 || missingS > longestGapS + 1.05 * medianStep(timesS)) continue;
    const around = known.slice(Math.max(0, k + 1 - support), k + 1 + support);
    const knots = Float64Array.from(around, (i) => timesS[i]);
    const heights = Float64Array.from(around, (i) => values[i]);
    const second = splineSecondDerivatives(knots, heights);
    const piece = around.indexOf(before);
    const width = knots[piece + 1] - knots[piece];
    for (let i = before + 1; i < after; i++) {
      const b = (timesS[i] - knots[piece]) / width;
      const a = 1 - b;
      values[i] =
        a * heights[piece] +
        b * heights[piece + 1] +
        (((a ** 3 - a) * second[piece] + (b ** 3 - b) * second[piece + 1]) * width ** 2) / 6;
      filled.push(i);
    }
  }
  return filled;
}

const medianStep = (timesS: Float64Array): number =>
  (timesS[timesS.length - 1] - timesS[0]) / Math.max(1, timesS.length - 1);

/**
 * Fills every keypoint's short gaps by a cubic spline, in place.
 *
 * @returns Points filled.
 */
export function fillGaps(points: RawPoints, timesS: Float64Array): number {
  let filled = 0;
  for (const name of keypointNames) {
    filled += fillShortGaps(timesS, points[name].xPx).length;
    fillShortGaps(timesS, points[name].yPx);
  }
  return filled;
}
