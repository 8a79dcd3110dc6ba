import { median } from './robust-statistics.ts';
import { sideBySide } from './side-by-side.ts';

/** A straight line y = level + slope * (x - centre). */
export interface Line {
  readonly slope: number;
  readonly centre: number;
  readonly level: number;
}

/**
 * Line through points by the median slope of pairs (Theil 1950's incomplete method: each point is paired with the one
 * half the points further on, so the work is linear); almost a quarter of the points may be wild.
 *
 * @returns Null with fewer than two finite points.
 */
export function robustLine(x: ArrayLike<number>, y: ArrayLike<number>): Line | null {
  const [keptX, keptY, some] = sideBySide(3, y.length) as [Float64Array, Float64Array, Float64Array];
  let count = 0;
  for (let i = 0; i < y.length; i++) {
    if (!Number.isFinite(x[i]) || !Number.isFinite(y[i])) continue;
    keptX[count] = x[i];
    keptY[count++] = y[i];
  }
  if (count < 2) return null;
  const stride = Math.max(1, count >> 1);
  let slopes = 0;
  for (let k = 0; k + stride < count; k++) {
    const run = keptX[k + stride] - keptX[k];
    if (run !== 0) some[slopes++] = (keptY[k + stride] - keptY[k]) / run;
  }
  if (slopes === 0) return null;
  const slope = median(some.subarray(0, slopes), some);
  const centre = median(keptX.subarray(0, count), some);
  for (let k = 0; k < count; k++) some[k] = keptY[k] - slope * (keptX[k] - centre);
  return { slope, centre, level: median(some.subarray(0, count), some) };
}
