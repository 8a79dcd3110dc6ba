import type { Stride } from './running-clip.ts';

/** Where each time lies in its stride where no stride is known. */
export const unknownTurns = (count: number): Float64Array => new Float64Array(count).fill(Number.NaN);

/**
 * Where each time lies in a leg's stride: 0 at its touchdown, to 1 at the next. Before the first stride and after the last their lengths go on.
 *
 * @param strides Of one leg, in order; without any, nothing is known.
 */
export function strideTurns(timesS: Float64Array, strides: readonly Stride[]): Float64Array {
  if (strides.length === 0) return unknownTurns(timesS.length);
  const turns = new Float64Array(timesS.length);
  let k = 0;
  for (let i = 0; i < timesS.length; i++) {
    while (k + 1 < strides.length && timesS[i] >= (strides[k + 1] as Stride).startS) k++;
    const { startS, endS } = strides[k] as Stride;
    const passed = (timesS[i] - startS) / (endS - startS);
    const turn = passed - Math.floor(passed);
    // A hair before a touchdown it rounds to a whole turn.
    turns[i] = turn < 1 ? turn : 0;
  }
  return turns;
}
