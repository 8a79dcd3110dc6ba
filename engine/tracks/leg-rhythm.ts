import { AntiphaseSearch } from '../signal/antiphase-period.ts';
import { difference } from '../signal/elementwise.ts';
import { midPoint, paired, type RawPoints } from './raw-points.ts';

/** Periods of a stride, from a sprint to a slow walk. */
export const shortestStrideS = 0.4;
export const longestStrideS = 1.6;

/** Search for the legs' rhythm as far as it can be told from the ankles. */
export function legRhythmSearch(points: RawPoints, timesS: Float64Array): AntiphaseSearch {
  const hip = midPoint(points, 'hip');
  const left = points[paired('left', 'ankle')];
  const right = points[paired('right', 'ankle')];
  const pairs = [
    { left: difference(left.xPx, hip.xPx), right: difference(right.xPx, hip.xPx) },
    { left: difference(left.yPx, hip.yPx), right: difference(right.yPx, hip.yPx) },
  ];
  return new AntiphaseSearch(timesS, pairs, shortestStrideS, longestStrideS);
}
