/** How far an analysis was at a time of the page's clock. */
export interface Observation {
  readonly atMs: number;
  readonly percentage: number;
}

/** Below this share no rate can be told. */
const leastPercentage = 4;

/**
 * Seconds that an analysis will still take at the rate from its first observation to its last; null while that is not known.
 */
export function secondsLeft(first: Observation, last: Observation): number | null {
  const done = last.percentage - first.percentage;
  const tookMs = last.atMs - first.atMs;
  if (done < leastPercentage || tookMs <= 0) return null;
  return ((100 - last.percentage) * tookMs) / done / 1000;
}

/** Rounded as one says it: to 5 s below a minute, to minutes above. */
export function roundedTime(seconds: number): { readonly unit: 'seconds' | 'minutes'; readonly count: number } {
  if (seconds < 57.5) return { unit: 'seconds', count: Math.max(5, Math.round(seconds / 5) * 5) };
  return { unit: 'minutes', count: Math.max(1, Math.round(seconds / 60)) };
}
