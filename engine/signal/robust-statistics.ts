/** Turns a median absolute deviation into the standard deviation of a normal distribution. */
export const madToSd = 1.4826;

function finiteOf(values: ArrayLike<number>): Float64Array {
  const kept = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (Number.isFinite(value)) kept[count++] = value;
  }
  return kept.subarray(0, count);
}

/** Quantiles (shares 0 to 1) of the finite values, linear between order statistics; NaN when there are none. */
export function quantiles(values: ArrayLike<number>, shares: readonly number[]): number[] {
  const finite = finiteOf(values);
  return shares.map((share) => quantileInPlace(finite, share));
}

/** The `share` quantile, as {@link quantiles}. */
export const quantile = (values: ArrayLike<number>, share: number): number => quantileInPlace(finiteOf(values), share);

function quantileInPlace(values: Float64Array, share: number): number {
  if (values.length === 0) return Number.NaN;
  const position = share * (values.length - 1);
  const below = Math.floor(position);
  const low = selectInPlace(values, below);
  return position === below ? low : low + (position - below) * (leastFrom(values, below + 1) - low);
}

/**
 * The value that would stand at an index if all were sorted (quickselect, Hoare 1961). Afterwards none before the index is
 * greater than it, and none behind it less.
 */
function selectInPlace(values: Float64Array, index: number): number {
  let first = 0;
  let last = values.length - 1;
  while (first < last) {
    const pivot = values[(first + last) >> 1];
    let i = first;
    let j = last;
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i > j) break;
      const kept = values[i];
      values[i++] = values[j];
      values[j--] = kept;
    }
    if (index <= j) last = j;
    else if (index >= i) first = i;
    else break;
  }
  return values[index];
}

function leastFrom(values: Float64Array, from: number): number {
  let least = values[from];
  for (let i = from + 1; i < values.length; i++) if (values[i] < least) least = values[i];
  return least;
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
  const sorted = finiteOf(values).sort();
  if (sorted.length === 0) return Number.NaN;
  const dropped = Math.min(Math.floor((sorted.length * trim) / 2), Math.floor((sorted.length - 1) / 2));
  let sum = 0;
  for (let i = dropped; i < sorted.length - dropped; i++) sum += sorted[i];
  return sum / (sorted.length - 2 * dropped);
}
