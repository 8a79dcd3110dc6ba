import type { Contact } from '../gait/contact.ts';
import type { Side } from '../pose/keypoint-names.ts';
import { blankSamples, samplesPutBackAt } from './at-times.ts';
import { halfWidthOf, meanOf } from './estimate.ts';
import type { Flexion } from './flexions.ts';
import { jointCalibration } from './joint-calibration.ts';
import { meanAtEvents } from './mean-at-events.ts';
import { type Measured, measured, type WithheldReason, withheld } from './measured.ts';
import { curvePoints, type RunningClip } from './running-clip.ts';
import type { Joint, JointAngle } from './side-view-metrics.ts';

/** Degrees from one end of its movement to the other that a healthy joint has (Norkin and White 2016). */
const mobilityDeg: Readonly<Record<Joint, number>> = { ankle: 70, knee: 150, hip: 150, shoulder: 240, elbow: 150 };

/** One joint of one side; withheld where it was seen to move further than a joint can, so that its points cannot be right. */
export function jointAngle(clip: RunningClip, joint: Joint, side: Side, flexion: Flexion): JointAngle {
  const seen = seenAngle(clip, joint, side, flexion);
  const { value, halfWidth } = seen.range;
  return value !== null && halfWidth !== null && value - halfWidth > mobilityDeg[joint]
    ? withheldJoint('implausible')
    : seen;
}

/** Its key values and its mean curve over the leg's own strides. */
function seenAngle(clip: RunningClip, joint: Joint, side: Side, flexion: Flexion): JointAngle {
  return angleOverCycle(clip, flexion, {
    contacts: clip.steadyContacts.filter((contact) => contact.side === side),
    biasDeg: jointCalibration(clip, joint, side).uncertaintyDeg,
  });
}

/** At which contacts an angle is read, and what is known of it. */
export interface CycleOptions {
  readonly contacts: readonly Contact[];
  readonly biasDeg: number;
}

/** Key values of an angle at some contacts, its extremes and its mean curve over the strides of its curves. */
export function angleOverCycle(
  clip: RunningClip,
  flexion: Omit<Flexion, 'series'>,
  { contacts, biasDeg }: CycleOptions,
): JointAngle {
  const { curves, curveDeg, unfilteredCurveDeg } = flexion;
  const samples = blankSamples(contacts.length);
  const at = (timeOf: (contact: Contact) => number): Measured =>
    meanAtEvents(clip, samplesPutBackAt(flexion, contacts.map(timeOf), samples), biasDeg, 2);
  const extremes = extremesOf(curves);
  const steady = steadyExtremes(curveDeg, unfilteredCurveDeg);
  const extreme = (of: (extremes: Extremes) => number, bias: number): Measured =>
    aboutMeanCurve(
      meanOf(extremes.map(of), bias, 2),
      steady === null ? null : [of(steady.asFiltered), of(steady.asMoved)],
    );
  return {
    atTouchdown: at(({ touchdownS }) => touchdownS),
    atMidStance: at(({ midStanceS }) => midStanceS),
    atToeOff: at(({ toeOffS }) => toeOffS),
    min: extreme(({ min }) => min, biasDeg),
    max: extreme(({ max }) => max, biasDeg),
    // What is common to both ends drops out; what filters and noise do to each does not.
    range: extreme(({ min, max }) => max - min, biasDeg),
    curveDeg,
  };
}

/** Least and greatest value of a curve. */
interface Extremes {
  readonly min: number;
  readonly max: number;
}

/** Of the mean curve, with and without what the filter takes off; null where it has a gap. */
function steadyExtremes(
  curve: readonly (number | null)[],
  unfilteredCurveDeg: Float64Array | null,
): { readonly asFiltered: Extremes; readonly asMoved: Extremes } | null {
  if (!isKnown(curve)) return null;
  const asFiltered = bounds(curve);
  return { asFiltered, asMoved: unfilteredCurveDeg === null ? asFiltered : bounds(unfilteredCurveDeg) };
}

const isKnown = (curve: readonly (number | null)[]): curve is readonly number[] => !curve.includes(null);

function bounds(values: ArrayLike<number>): Extremes {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    min = Math.min(min, values[i] as number);
    max = Math.max(max, values[i] as number);
  }
  return { min, max };
}

/**
 * The extreme of the mean curve, with what the filter takes off it, with the scatter of single strides. Noise takes those of single strides outwards, by as much again as it
 * may still take the mean curve's, and strides that differ in time take the mean curve's inwards: the true one lies within their
 * distance on either side, anywhere for all that is known, and what was put back may not have been taken.
 */
function aboutMeanCurve(
  ofStrides: Measured,
  ofMeanCurve: readonly [asFiltered: number, asMoved: number] | null,
): Measured {
  if (ofStrides.value === null || ofStrides.halfWidth === null || ofMeanCurve === null) return ofStrides;
  const [asFiltered, asMoved] = ofMeanCurve;
  const apart = (ofStrides.value - asFiltered) / Math.sqrt(3);
  const halfWidth = Math.hypot(ofStrides.halfWidth, halfWidthOf(apart), asMoved - asFiltered);
  return measured(asMoved, halfWidth, ofStrides.n);
}

/** Least and greatest value of each curve; NaN both where it has a gap. */
function extremesOf(curves: Float64Array): Extremes[] {
  const extremes: Extremes[] = [];
  for (let from = 0; from < curves.length; from += curvePoints) {
    let min = Number.POSITIVE_INFINITY;
    let max = Number.NEGATIVE_INFINITY;
    for (let k = from; k < from + curvePoints; k++) {
      const value = curves[k];
      if (value < min || Number.isNaN(value)) min = value;
      if (value > max || Number.isNaN(value)) max = value;
    }
    extremes.push({ min, max });
  }
  return extremes;
}

/** A joint of which nothing is reported. */
export function withheldJoint(reason: WithheldReason): JointAngle {
  const none = withheld(reason);
  return {
    atTouchdown: none,
    atMidStance: none,
    atToeOff: none,
    min: none,
    max: none,
    range: none,
    curveDeg: new Array<null>(curvePoints).fill(null),
  };
}
