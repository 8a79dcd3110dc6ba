import type { Stride } from './running-clip.ts';

/**
 * Where each time lies in a leg's stride: 0 at its touchdown, 1 at the next. Before the first stride and after the last their lengths go on; NaN where there is none.
 *
 * @param strides Of one leg, in order.
 */
export function strideTurns(timesS: Float64Array, strides: readonly Stride[]): Float64Array {
  const turns = new Float64Array(timesS.length);
  if (strides.length === 0) return turns.fill(Number.NaN);
  let k = 0;
  for (let i = 0; i < timesS.length; i++) {
    while (k + 1 < strides.length && timesS[i] >= (strides[k + 1] as Stride).startS) k++;
    const { startS, endS } = strides[k] as Stride;
    const passed = (timesS[i] - startS) / (endS - startS);
    turns[i] = passed - Math.floor(passed);
  }
  return turns;
}
