import { median } from './robust-statistics.ts';

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
  const kept: number[] = [];
  for (let i = 0; i < y.length; i++) if (Number.isFinite(x[i]) && Number.isFinite(y[i])) kept.push(i);
  if (kept.length < 2) return null;
  const stride = Math.max(1, kept.length >> 1);
  const slopes: number[] = [];
  for (let k = 0; k + stride < kept.length; k++) {
    const a = kept[k];
    const b = kept[k + stride];
    const run = x[b] - x[a];
    if (run !== 0) slopes.push((y[b] - y[a]) / run);
  }
  if (slopes.length === 0) return null;
  const slope = median(slopes);
  const centre = median(kept.map((i) => x[i]));
  const level = median(kept.map((i) => y[i] - slope * (x[i] - centre)));
  return { slope, centre, level };
}
