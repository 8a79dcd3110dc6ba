import type { BackViewMetrics, FrontalAngle, Pronation, RearfootAngle } from './back-view-metrics.ts';
import { bySide } from './by-side.ts';
import { type WithheldReason, withheld } from './measured.ts';
import { asymmetry } from './symmetry.ts';

/** An angle of which nothing is reported, and why. */
export function withheldFrontalAngle(reason: WithheldReason, n = 0): FrontalAngle {
  const none = withheld(reason, n);
  return { atTouchdown: none, atMidStance: none, peak: none, mean: none, range: none };
}

/** The same of the rearfoot. */
export const withheldRearfoot = (reason: WithheldReason, n = 0): RearfootAngle => ({
  ...withheldFrontalAngle(reason, n),
  peakTimePercent: withheld(reason, n),
});

export const unknownPronation: Pronation = { class: null, probabilities: null };

/** Metrics of a clip of which nothing is reported, and why. */
export function withheldBackMetrics(reason: WithheldReason): BackViewMetrics {
  const none = withheld(reason);
  const times = bySide(() => none);
  const angle = bySide(() => withheldFrontalAngle(reason));
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
