import { madToSd, median } from './robust-statistics.ts';
import { SortedWindow } from './sorted-window.ts';

/** How far a sample may lie from its neighbours. */
export interface HampelLimits {
  /** Samples on either side that the median is taken over. */
  readonly halfWindow: number;
  /** Deviations beyond this many robust standard deviations are outliers. */
  readonly deviations: number;
  /** Deviations below this, in the samples' unit, are never outliers. */
  readonly floor: number;
}

/**
 * Marks outliers against the running median (Hampel 1974; Pearson 2002): |x - median| > deviations * 1.4826 * MAD.
 *
 * @param values Samples in order, NaN where there is none.
 * @returns 1 at each outlier.
 */
export function hampelOutliers(values: Float64Array, limits: HampelLimits): Uint8Array {
  const { halfWindow } = limits;
  const outliers = new Uint8Array(values.length);
  const near = new SortedWindow(2 * halfWindow + 1);
  for (let i = -halfWindow; i < values.length; i++) {
    if (i > halfWindow) near.remove(values[i - halfWindow - 1]);
    if (i + halfWindow < values.length) near.add(values[i + halfWindow]);
    if (i < 0) continue;
    const value = values[i];
    const centre = near.median();
    const deviation = Math.abs(value - centre);
    if (!(deviation > limits.floor)) continue;
    const window = values.subarray(Math.max(0, i - halfWindow), i + halfWindow + 1);
    const spread = madToSd * median(window.map((sample) => Math.abs(sample - centre)));
    if (deviation > limits.deviations * spread) outliers[i] = 1;
  }
  return outliers;
}
