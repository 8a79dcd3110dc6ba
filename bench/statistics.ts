/** The middle of some numbers; the mean of the two middle ones when their count is even. NaN of none. */
export const median = (values: ArrayLike<number>): number => quantile(values, 0.5);

/** The value below which a share of some numbers lies, between neighbours in proportion (Hyndman and Fan 1996, type 7). */
export function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) return Number.NaN;
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

/** The sum of some numbers. */
export const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

/** The mean of some numbers; NaN of none. */
export const mean = (values: readonly number[]): number => sum(values) / values.length;
