import { copyFinite, madToSd, medianInPlace } from './robust-statistics.ts';

/** How far a sample may lie from its neighbours. */
export interface HampelLimits {
  /** Samples on either side that the median is taken over. */
  readonly halfWindow: number;
  /** Deviations beyond this many robust standard deviations are outliers. */
  readonly deviations: number;
  /** Deviations below this, in the samples' unit, are never outliers. */
  readonly floor: number;
}

/** Whether the median of a window certainly lies within `reach` of a value: less than half of the samples lie beyond on either side. */
function isNearMedian(values: Float64Array, from: number, to: number, value: number, reach: number): boolean {
  const low = value - reach;
  const high = value + reach;
  let near = 0;
  let below = 0;
  let above = 0;
  for (let i = from; i < to; i++) {
    const sample = values[i];
    if (sample < low) below++;
    else if (sample > high) above++;
    else if (!Number.isNaN(sample) && 2 * ++near > to - from) return true;
  }
  return below < near + above && above < near + below;
}

/**
 * The same, told from a whole window by pairs of samples on either side: where a signal runs one way, no two of a pair lie
 * beyond on the same side.
 */
function isBetweenPairs(values: Float64Array, index: number, halfWindow: number, reach: number): boolean {
  const low = values[index] - reach;
  const high = values[index] + reach;
  for (let k = 1; k <= halfWindow; k++) {
    const before = values[index - k];
    const after = values[index + k];
    if (!((before >= low || after >= low) && (before <= high || after <= high))) return false;
  }
  return true;
}

/**
 * Marks outliers against the running median (Hampel 1974; Pearson 2002): |x - median| > deviations * 1.4826 * MAD.
 *
 * @param values Samples in order, NaN where there is none.
 * @param window As long as one, for whoever looks at many signals: it is written over.
 * @returns Indices of the outliers, increasing.
 */
export function hampelOutliers(
  values: Float64Array,
  limits: HampelLimits,
  window: Float64Array = new Float64Array(2 * limits.halfWindow + 1),
): number[] {
  const outliers: number[] = [];
  const scale = limits.deviations * madToSd;
  for (let i = 0; i < values.length; i++) {
    const from = Math.max(0, i - limits.halfWindow);
    const to = Math.min(values.length, i + limits.halfWindow + 1);
    const value = values[i];
    const isWhole = to - from === window.length;
    if (Number.isNaN(value) || (isWhole && isBetweenPairs(values, i, limits.halfWindow, limits.floor))) continue;
    if (isNearMedian(values, from, to, value, limits.floor)) continue;
    const known = copyFinite(values, from, to, window);
    const centre = medianInPlace(window, known);
    const deviation = Math.abs(value - centre);
    if (deviation <= limits.floor) continue;
    let inside = 0;
    for (let k = 0; k < known; k++) {
      window[k] = Math.abs(window[k] - centre);
      inside += Number(deviation > scale * window[k]);
    }
    // With fewer than half of the distances inside, their median is not.
    if (2 * inside >= known && deviation > scale * medianInPlace(window, known)) outliers.push(i);
  }
  return outliers;
}
