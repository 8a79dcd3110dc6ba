import { selectInPlace } from './select-in-place.ts';

/** Turns a median absolute deviation into the standard deviation of a normal distribution. */
export const madToSd = 1.4826;

/** Copies the finite ones of `values[from]` to `values[to - 1]` to the beginning of another array. @returns Their number. */
export const copyFinite = (values: ArrayLike<number>, from: number, to: number, target: Float64Array): number =>
  values instanceof Float64Array ? copyTyped(values, from, to, target) : copyAny(values, from, to, target);

/** The same from the one kind of array that most are, which is faster than whatever serves all kinds. */
function copyTyped(values: Float64Array, from: number, to: number, target: Float64Array): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const value = values[i];
    if (Number.isFinite(value)) target[count++] = value;
  }
  return count;
}

function copyAny(values: ArrayLike<number>, from: number, to: number, target: Float64Array): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const value = values[i];
    if (Number.isFinite(value)) target[count++] = value;
  }
  return count;
}

/** Quantiles (shares 0 to 1, increasing) of the finite values, linear between order statistics; NaN when there are none. */
export function quantiles(values: ArrayLike<number>, shares: readonly number[]): number[] {
  const finite: Float64Array = new Float64Array(values.length);
  const count = copyFinite(values, 0, values.length, finite);
  let below = 0;
  return shares.map((share) => {
    // What the one before has left below its place is less than whatever comes.
    const from = below;
    below = Math.floor(share * (count - 1));
    return quantileInPlace(finite, count, share, from);
  });
}

/** The `share` quantile, as {@link quantiles}. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const finite: Float64Array = new Float64Array(values.length);
  return quantileInPlace(finite, copyFinite(values, 0, values.length, finite), share);
}

/** The finite value that has `share` of them, rounded down, below it; NaN when there are none. @param finite As {@link median}'s `scratch`. */
export function orderStatistic(
  values: ArrayLike<number>,
  share: number,
  finite: Float64Array = new Float64Array(values.length),
): number {
  const count = copyFinite(values, 0, values.length, finite);
  return count === 0 ? Number.NaN : selectInPlace(finite, count, Math.floor(count * share));
}

/** The `share` quantile of the first `count` values, all finite, whose order is changed from `from` on: none before is greater. */
function quantileInPlace(values: Float64Array, count: number, share: number, from = 0): number {
  if (count === 0) return Number.NaN;
  const position = share * (count - 1);
  const below = Math.floor(position);
  const low = selectInPlace(values, count, below, from);
  return position === below ? low : low + (position - below) * (leastFrom(values, below + 1, count) - low);
}

/** Median of the first `count` values, all finite, whose order is changed; NaN when there are none. */
export const medianInPlace = (values: Float64Array, count: number): number => quantileInPlace(values, count, 0.5);

function leastFrom(values: Float64Array, from: number, count: number): number {
  let least = values[from];
  for (let i = from + 1; i < count; i++) if (values[i] < least) least = values[i];
  return least;
}

/**
 * Median of the finite values; NaN when there are none.
 *
 * @param scratch At least as long, for whoever asks often: it is written over. May be the values, where nobody wants them any more.
 */
export const median = (values: ArrayLike<number>, scratch: Float64Array = new Float64Array(values.length)): number =>
  medianInPlace(scratch, copyFinite(values, 0, values.length, scratch));
