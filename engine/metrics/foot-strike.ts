import type { FootLanding, StrikePattern } from './side-view-metrics.ts';

/** Foot angles that part the patterns, degrees (Mo et al. 2023: 43 runners, against the strike index). */
export const rearfootAboveDeg = 7.4;
export const forefootBelowDeg = -0.8;

/** Strike pattern of a foot angle at touchdown. */
export function strikePatternOf(footAngleDeg: number): StrikePattern {
  if (footAngleDeg > rearfootAboveDeg) return 'rearfoot';
  return footAngleDeg < forefootBelowDeg ? 'forefoot' : 'midfoot';
}

/** The pattern of most landings; of equals the one nearer the heel. Null when none is known. */
export function mainPattern(landings: readonly FootLanding[]): StrikePattern | null {
  const count = (pattern: StrikePattern): number => landings.filter((landing) => landing.pattern === pattern).length;
  let best: StrikePattern | null = null;
  for (const pattern of ['rearfoot', 'midfoot', 'forefoot'] as const) {
    if (count(pattern) > (best === null ? 0 : count(best))) best = pattern;
  }
  return best;
}
