import type { BackClip } from './back-clip.ts';
import type { AngleDifference, BackViewMetrics, BySide, StanceAngle } from './back-view-metrics.ts';
import { type Measured, measured } from './measured.ts';
import { asymmetry, ofTimes, stepTimesMs } from './symmetry.ts';

/** Left against right of a back view: times as a percentage of both, angles in degrees. */
export function backSymmetry(
  { gait, steps, strideS }: BackClip,
  angles: Readonly<Record<'pelvicDrop' | 'kneeAdduction' | 'hipAdduction', BySide<StanceAngle>>>,
): BackViewMetrics['symmetry'] {
  const eventMs = 1000 * gait.eventUncertaintyS;
  const contactMs = steps.map(({ side, touchdownS, toeOffS }) => ({ side, value: 1000 * (toeOffS - touchdownS) }));
  return {
    contactTime: asymmetry(ofTimes(contactMs, 2 * eventMs)),
    stepTime: asymmetry(ofTimes(stepTimesMs(steps, strideS), 2 * Math.SQRT2 * eventMs)),
    pelvicDrop: angleDifference(angles.pelvicDrop),
    kneeAdduction: angleDifference(angles.kneeAdduction),
    hipAdduction: angleDifference(angles.hipAdduction),
  };
}

/** Of the angles at mid-stance; both sides' errors are taken to be their own. */
function angleDifference({ left, right }: BySide<StanceAngle>): AngleDifference {
  const deg = lessRight(left.atMidStance, right.atMidStance);
  return { deg, beyondDoubt: deg.value !== null && deg.halfWidth !== null && Math.abs(deg.value) > deg.halfWidth };
}

function lessRight(left: Measured, right: Measured): Measured {
  if (left.value === null || left.halfWidth === null) return left;
  if (right.value === null || right.halfWidth === null) return right;
  return measured(left.value - right.value, Math.hypot(left.halfWidth, right.halfWidth), left.n + right.n);
}
