/** Longest gap that a cycle may bridge, seconds. */
const longestBridgeS = 0.3;

/** Whether a gap between two samples is short enough to be bridged. */
export function canBridge(timesS: Float64Array, signal: Float64Array): boolean {
  let before = -1;
  for (let i = 0; i < signal.length; i++) {
    if (Number.isNaN(signal[i])) continue;
    if (isBridge(timesS, before, i)) return true;
    before = i;
  }
  return false;
}

/** Whether samples are missing between two neighbouring known ones, the first -1 if there is none, and few enough. */
const isBridge = (timesS: Float64Array, before: number, after: number): boolean =>
  before >= 0 && after > before + 1 && timesS[after] - timesS[before] <= longestBridgeS;

/**
 * Fills one signal's gaps, in place, by a cycle that is shifted to meet the samples at either end.
 *
 * @returns Samples filled.
 */
export function bridge(timesS: Float64Array, signal: Float64Array, cycle: Float64Array): number {
  let filled = 0;
  let before = -1;
  for (let i = 0; i < signal.length; i++) {
    if (Number.isNaN(signal[i])) continue;
    if (isBridge(timesS, before, i)) {
      const startS = timesS[before];
      const endS = timesS[i];
      const startMiss = signal[before] - cycle[before];
      const endMiss = signal[i] - cycle[i];
      for (let k = before + 1; k < i; k++) {
        const share = (timesS[k] - startS) / (endS - startS);
        signal[k] = cycle[k] + startMiss + share * (endMiss - startMiss);
        if (Number.isFinite(signal[k])) filled++;
      }
    }
    before = i;
  }
  return filled;
}
