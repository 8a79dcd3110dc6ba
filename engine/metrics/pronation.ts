import { normalCdf } from '../signal/normal-distribution.ts';
import { normal90 } from '../signal/student-t.ts';
import { leastProbability } from './foot-strike.ts';
import type { Measured } from './measured.ts';
import type { Pronation, PronationClass } from './rearfoot-metrics.ts';
import { unknownPronation } from './withheld-back-metrics.ts';

/**
 * Peak eversion that parts the classes, degrees: mean and one and a half standard deviations of 46 runners (6.8 and 2.8 degrees against the
 * standing shank, BMC-RIC data of Fukuchi et al. 2017, PeerJ 5:e3298, and Ferber et al. 2024). Clinical custom puts overpronation at more than
 * 8 to 15 degrees (Cheung et al. 2007, Gait Posture 26; Rodrigues et al. 2013), without agreement.
 */
export const overpronationAboveDeg = 11;
export const supinationBelowDeg = 2.6;

/**
 * How a foot rolls by its peak eversion: the shares of a normal distribution about the measured angle that lie below, between and above
 * the borders.
 */
export function pronationOf(peakEversionDeg: Measured): Pronation {
  const { value, halfWidth } = peakEversionDeg;
  if (value === null || halfWidth === null) return unknownPronation;
  const below = (borderDeg: number): number => normalCdf(((borderDeg - value) * normal90) / Math.max(halfWidth, 1e-6));
  const supination = below(supinationBelowDeg);
  const notOver = below(overpronationAboveDeg);
  const probabilities = { supination, neutral: notOver - supination, overpronation: 1 - notOver };
  const classes: readonly PronationClass[] = ['supination', 'neutral', 'overpronation'];
  return { class: classes.find((name) => probabilities[name] >= leastProbability) ?? null, probabilities };
}
