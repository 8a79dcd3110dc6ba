import { everyJoint } from './every-joint.ts';
import { withheldJoint } from './joint-angles.ts';
import { type WithheldReason, withheld } from './measured.ts';
import type { SideViewMetrics } from './side-view-metrics.ts';
import { asymmetry } from './symmetry.ts';

/** Metrics of a clip of which nothing is reported, and why. */
export function withheldMetrics(reason: WithheldReason): SideViewMetrics {
  const none = withheld(reason);
  const joint = withheldJoint(reason);
  return {
    cadenceSpm: none,
    contactTimeMs: none,
    flightTimeMs: none,
    dutyFactor: none,
    speedMps: none,
    speedSource: null,
    stepLengthM: none,
    paceSPerKm: none,
    verticalOscillationM: none,
    trunkLeanDeg: none,
    headGazeDeg: none,
    elbowAngleDeg: none,
    frontKneeAngleDeg: none,
    backKneeAngleDeg: none,
    overstrideDeg: none,
    footAngleDeg: none,
    strikeProbabilities: null,
    strikePattern: null,
    footLandings: [],
    jointAngles: everyJoint(() => joint),
    trunkLeanCycle: joint,
    headGazeCycle: joint,
    symmetry: {
      contactTime: asymmetry(none),
      stepTime: asymmetry(none),
      kneeFlexion: asymmetry(none),
      hipRange: asymmetry(none),
      ankleRange: asymmetry(none),
    },
  };
}
