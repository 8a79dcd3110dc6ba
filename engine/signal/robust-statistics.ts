/** Turns a median absolute deviation into the standard deviation of a normal distribution. */
export const madToSd = 1.4826;

function sortedFinite(values: ArrayLike<number>): Float64Array {
  const kept = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (Number.isFinite(value)) kept[count++] = value;
  }
  return kept.subarray(0, count).sort();
}

/** Quantiles (shares 0 to 1) of the finite values, linear between order statistics; NaN when there are none. */
export function quantiles(values: ArrayLike<number>, shares: readonly number[]): number[] {
  const sorted = sortedFinite(values);
  return shares.map((share) => ofSorted(sorted, share));
}

/** The `share` quantile, as {@link quantiles}. */
export const quantile = (values: ArrayLike<number>, share: number): number => ofSorted(sortedFinite(values), share);

function ofSorted(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  const low = sorted[below];
  return low + (position - below) * (sorted[above] - low);
}

/** Median of the finite values; NaN when there are none. */
export const median = (values: ArrayLike<number>): number => quantile(values, 0.5);

/** Median absolute deviation of the finite values from their median; NaN when there are none. */
export function medianAbsoluteDeviation(values: ArrayLike<number>): number {
  const centre = median(values);
  return median(Float64Array.from(values, (value) => Math.abs(value - centre)));
}

/** Mean of the finite values after dropping `trim / 2` of them at either end; NaN when there are none. */
export function trimmedMean(values: ArrayLike<number>, trim: number): number {
  const sorted = sortedFinite(values);
  if (sorted.length === 0) return Number.NaN;
  const dropped = Math.min(Math.floor((sorted.length * trim) / 2), Math.floor((sorted.length - 1) / 2));
  let sum = 0;
  for (let i = dropped; i < sorted.length - dropped; i++) sum += sorted[i];
  return sum / (sorted.length - 2 * dropped);
}
