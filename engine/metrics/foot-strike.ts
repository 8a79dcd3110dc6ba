import { normalCdf } from '../signal/normal-distribution.ts';
import type { StrikePattern, StrikeProbabilities } from './side-view-metrics.ts';

/** Foot angles that part the patterns, degrees (Mo et al. 2023: 43 runners, against the strike index). */
export const rearfootAboveDeg = 7.4;
export const forefootBelowDeg = -0.8;

/** A pattern is named from this probability on: more likely than the other two together. */
export const leastProbability = 0.5;

/**
 * How likely each pattern is: the shares of a normal distribution about the measured angle that lie beyond and between
 * the published angles.
 *
 * @param standardUncertaintyDeg Of the angle, above zero.
 */
export function strikeProbabilities(footAngleDeg: number, standardUncertaintyDeg: number): StrikeProbabilities {
  const below = (borderDeg: number): number => normalCdf((borderDeg - footAngleDeg) / standardUncertaintyDeg);
  const forefoot = below(forefootBelowDeg);
  const notRearfoot = below(rearfootAboveDeg);
  return { rearfoot: 1 - notRearfoot, midfoot: notRearfoot - forefoot, forefoot };
}

/** Mean of some landings' probabilities; null when none is known. */
export function meanProbabilities(landings: readonly (StrikeProbabilities | null)[]): StrikeProbabilities | null {
  const known = landings.filter((landing) => landing !== null);
  if (known.length === 0) return null;
  const mean = (pattern: StrikePattern): number =>
    known.reduce((sum, landing) => sum + landing[pattern], 0) / known.length;
  return { rearfoot: mean('rearfoot'), midfoot: mean('midfoot'), forefoot: mean('forefoot') };
}

/** The pattern that is more likely than not; null when none is. */
export function likelyPattern(probabilities: StrikeProbabilities | null): StrikePattern | null {
  if (probabilities === null) return null;
  const patterns = ['rearfoot', 'midfoot', 'forefoot'] as const;
  return patterns.find((pattern) => probabilities[pattern] >= leastProbability) ?? null;
}
