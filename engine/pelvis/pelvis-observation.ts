import { type BodyOutline, rowCount, rowHeight } from './body-outline.ts';

/** What one frame's picture says of the pelvis. */
export interface PelvisObservation {
  /** Of the tracks. */
  readonly frame: number;
  /** Seconds of the clip. */
  readonly timeS: number;
  /**
   * Lean of the body's midline from above the iliac crests to the thighs' roots against the perpendicular of the level, degrees, positive
   * where the pelvis's right side hangs. Clothes and muscles make it lean for themselves, so only its changes are used.
   */
  readonly leanDeg: number;
  /** Mean difference of colour across the outline, 0 to 441. */
  readonly contrast: number;
}

/** Rows that are used: shirts above follow the trunk, thighs below swing. Trunk lengths below the hips. */
const highest = -0.25;
const lowest = 0.15;
/** A hand before the hip bends some rows: those far off the line count less (Cauchy's weights), in this many rounds. */
const rounds = 8;
const cauchyScale = 1.5;
const leastScale = 1e-3;

const degrees = 180 / Math.PI;

/** Lean of the midline between both edges, degrees, as in {@link PelvisObservation}. */
export function midlineLeanDeg({ left, right }: BodyOutline): number {
  const heights: number[] = [];
  const middles: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    const height = rowHeight(row);
    if (height < highest || height > lowest) continue;
    heights.push(height);
    middles.push((left[row] + right[row]) / 2);
  }
  const weights = heights.map(() => 1);
  let slope = 0;
  for (let round = 0; round < rounds; round++) {
    const line = weightedLine(heights, middles, weights);
    slope = line.slope;
    const misses = heights.map((height, i) => Math.abs(middles[i] - line.level - slope * height));
    const usual = [...misses].sort((a, b) => a - b)[misses.length >> 1];
    const scale = Math.max(leastScale, cauchyScale * usual);
    misses.forEach((miss, i) => {
      weights[i] = 1 / (1 + (miss / scale) ** 2);
    });
  }
  // Where the right side hangs, the midline's lower end goes to the left.
  return -degrees * Math.atan(slope);
}

function weightedLine(
  x: readonly number[],
  y: readonly number[],
  weights: readonly number[],
): { readonly level: number; readonly slope: number } {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value, i) => sum + weights[i] * value, 0) / total;
  const [meanX, meanY] = [mean(x), mean(y)];
  let squares = 0;
  let products = 0;
  x.forEach((value, i) => {
    squares += weights[i] * (value - meanX) ** 2;
    products += weights[i] * (value - meanX) * (y[i] - meanY);
  });
  const slope = products / squares;
  return { slope, level: meanY - slope * meanX };
}
