import { AntiphaseSearch } from '../signal/antiphase-period.ts';
import type { SwapPair } from './swap-decoder.ts';

/** Periods of a stride, from a sprint to a slow walk. */
export const shortestStrideS = 0.4;
export const longestStrideS = 1.6;

/** Search for the legs' rhythm as far as it can be told from the ankles. @param ankles About the middle of the hips. */
export function legRhythmSearch({ left, right }: SwapPair, timesS: Float64Array): AntiphaseSearch {
  const pairs = [
    { left: left.x, right: right.x },
    { left: left.y, right: right.y },
  ];
  return new AntiphaseSearch(timesS, pairs, shortestStrideS, longestStrideS);
}
