export interface FrameRate {
  /** Mean rate when it is constant, one over the median interval when it varies; 0 for a single frame. */
  readonly fps: number;
  /** One frame's duration, seconds; 0 for a single frame. */
  readonly intervalS: number;
  readonly variable: boolean;
}

/** Containers round times to as much as 1 ms (Matroska), so two neighbours differ by up to 1 ms at a constant rate. */
const roundingS = 0.0015;
const toleranceFraction = 0.1;

/** The frame rate of increasing frame times in seconds. */
export function frameRate(timesS: Float64Array): FrameRate {
  const intervals = Float64Array.from({ length: Math.max(0, timesS.length - 1) }, (_, i) => timesS[i + 1] - timesS[i]);
  if (intervals.length === 0) return { fps: 0, intervalS: 0, variable: false };
  const median = intervals.toSorted()[intervals.length >> 1];
  const tolerance = Math.max(roundingS, toleranceFraction * median);
  const variable = intervals.some((interval) => Math.abs(interval - median) > tolerance);
  const intervalS = variable ? median : (timesS[timesS.length - 1] - timesS[0]) / intervals.length;
  return { fps: 1 / intervalS, intervalS, variable };
}
