import type { BackViewMetrics, StanceAngle } from './back-view-metrics.ts';
import { bySide } from './by-side.ts';
import { type WithheldReason, withheld } from './measured.ts';
import type { Pronation, RearfootAngle } from './rearfoot-metrics.ts';
import { asymmetry } from './symmetry.ts';

/** An angle of which nothing is reported, and why. */
export function withheldStanceAngle(reason: WithheldReason, n = 0): StanceAngle {
  const none = withheld(reason, n);
  return { atTouchdown: none, atMidStance: none, peak: none, mean: none, range: none };
}

/** The same of the rearfoot. */
export function withheldRearfoot(reason: WithheldReason, n = 0): RearfootAngle {
  const none = withheld(reason, n);
  return { ...withheldStanceAngle(reason, n), peakTimePercent: none };
}

export const unknownPronation: Pronation = { class: null, probabilities: null };

/** Metrics of a clip of which nothing is reported, and why. */
export function withheldBackMetrics(reason: WithheldReason): BackViewMetrics {
  const none = withheld(reason);
  const times = bySide(() => none);
  const angle = bySide(() => withheldStanceAngle(reason));
  const difference = { deg: none, beyondDoubt: false };
  return {
    cadenceSpm: none,
    stepWidthM: none,
    trunkLateralLeanDeg: none,
    trunkLateralLean: angle,
    contactTimeMs: times,
    flightTimeMs: times,
    strideTimeMs: times,
    stancePercent: times,
    swingPercent: times,
    rearfoot: bySide(() => withheldRearfoot(reason)),
    pronation: bySide(() => unknownPronation),
    pelvicDrop: angle,
    kneeAdduction: angle,
    hipAdduction: angle,
    symmetry: {
      contactTime: asymmetry(none),
      stepTime: asymmetry(none),
      pelvicDrop: difference,
      kneeAdduction: difference,
      hipAdduction: difference,
    },
  };
}
