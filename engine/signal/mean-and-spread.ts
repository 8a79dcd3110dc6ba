/** Mean and sample standard deviation of some numbers. */
export interface MeanAndSpread {
  /** NaN when `n` is 0. */
  readonly mean: number;
  /** Sample standard deviation (n - 1); 0 when `n` is below 2. */
  readonly sd: number;
  readonly n: number;
}

/** Mean and sample standard deviation of the finite values. */
export function meanAndSpread(values: ArrayLike<number>): MeanAndSpread {
  let n = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isFinite(value)) continue;
    sum += value;
    n++;
  }
  const mean = n === 0 ? Number.NaN : sum / n;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (Number.isFinite(value)) squares += (value - mean) ** 2;
  }
  return { mean, sd: n < 2 ? 0 : Math.sqrt(squares / (n - 1)), n };
}
