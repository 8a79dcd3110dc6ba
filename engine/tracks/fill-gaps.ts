import { keypointNames } from '../pose/keypoint-names.ts';
import { CubicSpline } from '../signal/cubic-spline.ts';
import { hasGap } from '../signal/elementwise.ts';
import { knownSamples } from '../signal/known-samples.ts';
import type { RawPoints } from './raw-points.ts';
import { medianFps } from './smooth.ts';

/** Longer gaps stay empty: half a stance is gone in a tenth of a second. */
export const longestGapS = 0.1;

/** Samples on either side that a gap's spline rests on. */
const support = 4;

/** From the known frame before a gap to that after it there is one step more than frames are missing, and clocks of cameras are not even. */
const stepsBeyondGap = 1.05;

/**
 * Fills gaps in the inside of one signal, in place; returns the frames that it filled.
 *
 * @param fps Median frames per second.
 */
export function fillShortGaps(timesS: Float64Array, values: Float64Array, fps = medianFps(timesS)): number[] {
  if (!hasGap(values)) return [];
  const longestS = longestGapS + stepsBeyondGap / fps;
  const known = knownSamples([values], values.length);
  const filled: number[] = [];
  for (let k = 0; k + 1 < known.length; k++) {
    const before = known[k];
    const after = known[k + 1];
    const missingS = timesS[after] - timesS[before];
    if (after === before + 1 || missingS > longestS) continue;
    const around = known.slice(Math.max(0, k + 1 - support), k + 1 + support);
    const knots = Float64Array.from(around, (i) => timesS[i]);
    const heights = Float64Array.from(around, (i) => values[i]);
    values.set(new CubicSpline(knots, heights).values(timesS.subarray(before + 1, after)), before + 1);
    for (let i = before + 1; i < after; i++) filled.push(i);
  }
  return filled;
}

/**
 * Fills every keypoint's short gaps by a cubic spline, in place.
 *
 * @param fps Median frames per second.
 * @returns Points filled.
 */
export function fillGaps(points: RawPoints, timesS: Float64Array, fps: number): number {
  let filled = 0;
  for (const name of keypointNames) {
    const { xPx, yPx } = points[name];
    // What is missing is missing in both coordinates.
    if (!hasGap(xPx)) continue;
    filled += fillShortGaps(timesS, xPx, fps).length;
    fillShortGaps(timesS, yPx, fps);
  }
  return filled;
}
