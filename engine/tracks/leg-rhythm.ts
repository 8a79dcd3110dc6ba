import { type AntiphasePeriod, antiphasePeriod } from '../signal/antiphase-period.ts';
import { midPoint, paired, type RawPoints } from './raw-points.ts';

/** Periods of a stride, from a sprint to a slow walk. */
export const shortestStrideS = 0.4;
export const longestStrideS = 1.6;

/** The legs' rhythm as far as it can be told from the ankles; null when there is none to be told. */
export function legRhythm(points: RawPoints, timesS: Float64Array): AntiphasePeriod | null {
  const hip = midPoint(points, 'hip');
  const left = points[paired('left', 'ankle')];
  const right = points[paired('right', 'ankle')];
  const relative = (values: Float64Array, origin: Float64Array) => values.map((value, i) => value - origin[i]);
  return antiphasePeriod(
    timesS,
    [
      { left: relative(left.xPx, hip.xPx), right: relative(right.xPx, hip.xPx) },
      { left: relative(left.yPx, hip.yPx), right: relative(right.yPx, hip.yPx) },
    ],
    shortestStrideS,
    longestStrideS,
  );
}
