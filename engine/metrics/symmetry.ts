import type { Contact } from '../gait/contact.ts';
import { meanAndSpread } from '../signal/mean-and-spread.ts';
import { student90 } from '../signal/student-t.ts';
import { halfWidthOf } from './estimate.ts';
import { type Measured, measured, withheld } from './measured.ts';
import type { RunningClip } from './running-clip.ts';
import type { Asymmetry, SideViewMetrics, Symmetry } from './side-view-metrics.ts';

/** Contacts or steps of each leg that a difference needs. */
const leastPerLeg = 2;
/** A stance or step longer than this share of the stride holds an event that was not found. */
export const longestStepShare = 0.7;

/**
 * Left against right: 100 * (left - right) / mean of both, with a 90 % interval. A difference is beyond doubt where the
 * interval leaves zero out; below that it is smaller than what can be detected (minimal detectable change).
 *
 * The interval takes the two legs as independent witnesses: a network draws the far leg in its own way, so no part of an
 * event's or an angle's uncertainty is taken to be shared.
 */
export function symmetry(clip: RunningClip, jointAngles: SideViewMetrics['jointAngles']): Symmetry {
  // A difference of contacts holds four events, one of steps each foot's touchdown twice.
  const eventMs = 1000 * clip.calibration.eventUncertaintyS;
  const contactMs = clip.gait.contacts.map(({ side, touchdownS, toeOffS }) => ({
    side,
    value: 1000 * (toeOffS - touchdownS),
  }));
  const { knee, hip, ankle } = jointAngles;
  return {
    contactTime: asymmetry(ofTimes(contactMs, 2 * eventMs)),
    stepTime: asymmetry(ofTimes(stepTimesMs(clip.gait.contacts, clip.strideS), 2 * Math.SQRT2 * eventMs)),
    kneeFlexion: asymmetry(ofAngles(knee.left.max, knee.right.max)),
    hipRange: asymmetry(ofAngles(hip.left.range, hip.right.range)),
    ankleRange: asymmetry(ofAngles(ankle.left.range, ankle.right.range)),
  };
}

/** A percentage with its verdict. */
export const asymmetry = (percent: Measured): Asymmetry => ({
  percent,
  beyondDoubt: percent.value !== null && percent.halfWidth !== null && Math.abs(percent.value) > percent.halfWidth,
});

/** A time of one leg. */
export interface OfSide {
  readonly side: Contact['side'];
  readonly value: number;
}

/** Time from the other foot's touchdown to a foot's own, by the foot that ends the step. */
export function stepTimesMs(contacts: readonly Contact[], strideS: number): OfSide[] {
  const times: OfSide[] = [];
  for (let i = 1; i < contacts.length; i++) {
    const before = contacts[i - 1];
    const { side, touchdownS } = contacts[i];
    const stepS = touchdownS - before.touchdownS;
    if (before.side !== side && !(stepS > longestStepShare * strideS)) times.push({ side, value: 1000 * stepS });
  }
  return times;
}

/**
 * Left less right as a percentage of both.
 *
 * @param biasMs Standard uncertainty of the difference that the scatter does not show.
 */
export function ofTimes(times: readonly OfSide[], biasMs: number): Measured {
  const [left, right] = (['left', 'right'] as const).map((leg) =>
    meanAndSpread(times.filter(({ side }) => side === leg).map(({ value }) => value)),
  );
  const n = left.n + right.n;
  if (left.n < leastPerLeg || right.n < leastPerLeg) return withheld('too_few_steps', n);
  const pooled = Math.sqrt(((left.n - 1) * left.sd ** 2 + (right.n - 1) * right.sd ** 2) / (n - 2));
  const scatter = student90(n - 2) * pooled * Math.sqrt(1 / left.n + 1 / right.n);
  const perPercent = 100 / ((left.mean + right.mean) / 2);
  return measured(perPercent * (left.mean - right.mean), perPercent * Math.hypot(scatter, halfWidthOf(biasMs)), n);
}

function ofAngles(left: Measured, right: Measured): Measured {
  if (left.value === null || left.halfWidth === null) return left;
  if (right.value === null || right.halfWidth === null) return right;
  const mean = (left.value + right.value) / 2;
  const n = left.n + right.n;
  if (!(mean > 0)) return withheld('implausible', n);
  const perPercent = 100 / mean;
  return measured(perPercent * (left.value - right.value), perPercent * Math.hypot(left.halfWidth, right.halfWidth), n);
}
