import type { FrontalAngle } from './frontal-angle.ts';
import type { Measured } from './measured.ts';

/** How a foot rolls inward under load. */
export type PronationClass = 'overpronation' | 'neutral' | 'supination';

/** How likely each class is, 0 to 1 each; together 1. */
export type PronationProbabilities = Readonly<Record<PronationClass, number>>;

/**
 * Heel counter against lower leg of one foot, seen from behind; eversion positive. It is a projection on the picture's plane, measured
 * on the shoe.
 */
export interface RearfootAngle extends FrontalAngle {
  /** Half-way between touchdown and toe-off. */
  readonly atMidStance: Measured;
  /** When the heel is most everted, percent of the stance. */
  readonly peakTimePercent: Measured;
}

/** How one foot pronates, by its peak eversion. */
export interface Pronation {
  /** Null when the angle is withheld, and when no class is more likely than not. */
  readonly class: PronationClass | null;
  /** By the angle and its uncertainty; null when the angle is withheld. */
  readonly probabilities: PronationProbabilities | null;
}
