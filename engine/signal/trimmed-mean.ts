import { copyFinite } from './robust-statistics.ts';

/** Mean of the finite values after dropping `trim / 2` of them at either end; NaN when there are none. @param finite At least as long: it is written over. May be the values, where nobody wants them any more. */
export function trimmedMean(
  values: ArrayLike<number>,
  trim: number,
  finite: Float64Array = new Float64Array(values.length),
): number {
  const count = copyFinite(values, 0, values.length, finite);
  if (count === 0) return Number.NaN;
  const dropped = Math.min(Math.floor((count * trim) / 2), Math.floor((count - 1) / 2));
  const kept = count - dropped;
  partInPlace(finite, count, kept - 1);
  partInPlace(finite, kept, dropped);
  let sum = 0;
  for (let i = dropped; i < kept; i++) sum += finite[i];
  return sum / (kept - dropped);
}

/**
 * Exchanges some of the first `count` values so that none before an index is greater than the value there, and none behind it less (quickselect, Hoare 1961). What is summed
 * afterwards is summed in the order that this leaves.
 */
function partInPlace(values: Float64Array, count: number, index: number): void {
  let first = 0;
  let last = count - 1;
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
}
