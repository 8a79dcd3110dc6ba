import type { Measurement } from '../../report/table.ts';
import { accuracyFloors } from '../accuracy-floors.ts';
import { type FloorFigure, largest, rootMeanSquare } from '../floor-figures.ts';
import type { JointError, Scalar, ScalarError } from './clip-errors.ts';
import type { ClipOutcome } from './measure-clips.ts';
import type { NotRunningOutcome } from './not-running-clips.ts';

/**
 * The floors of whole clips. Those of rendered clips are held to every clip of both halves.
 *
 * @param outcomes Of one network.
 * @param standing Of rendered clips whose soles stand, which alone tell how fast a belt is.
 */
export function clipMeasurements(
  outcomes: readonly ClipOutcome[],
  notRunning: readonly NotRunningOutcome[],
  standing: readonly ClipOutcome[],
): Measurement[] {
  const rendered = outcomes.filter(({ clip }) => clip.kind === 'rendered');
  const treadmillMan = outcomes.filter(({ clip }) => clip.kind === 'real' && clip.treadmill);
  const legs = rendered.flatMap(({ joints }) => joints);
  const angle = (joint: JointError['joint'], of: 'error' | 'byTime'): FloorFigure =>
    rootMeanSquare(legs.filter((leg) => leg.joint === joint).map((leg) => leg[of]?.rmsOfShape ?? null));
  const largestOf = (own: readonly ClipOutcome[], scalar: Scalar): FloorFigure =>
    largest(errorsOf(own, scalar).map(({ error }) => error));
  const largestShareOf = (own: readonly ClipOutcome[], scalar: Scalar): FloorFigure =>
    largest(errorsOf(own, scalar).map(({ error, truth }) => (error === null ? null : (100 * error) / truth)));
  const silent = notRunning.filter(({ reported }) => !reported).length;
  return [
    { floor: accuracyFloors.cadenceClips, ...largestOf(rendered, 'cadenceSpm') },
    { floor: accuracyFloors.contactClips, ...largestOf(rendered, 'contactTimeMs') },
    { floor: accuracyFloors.flightClips, ...largestOf(rendered, 'flightTimeMs') },
    { floor: accuracyFloors.speedClips, ...largestShareOf(rendered, 'speedMps') },
    { floor: accuracyFloors.stepLengthClips, ...largestShareOf(rendered, 'stepLengthM') },
    { floor: accuracyFloors.speedSeenClips, ...largestShareOf(standing, 'speedOverSolesMps') },
    { floor: accuracyFloors.kneeByTime, ...angle('knee', 'byTime') },
    { floor: accuracyFloors.hipByTime, ...angle('hip', 'byTime') },
    { floor: accuracyFloors.ankleByTime, ...angle('ankle', 'byTime') },
    { floor: accuracyFloors.kneeByPhase, ...angle('knee', 'error') },
    { floor: accuracyFloors.hipByPhase, ...angle('hip', 'error') },
    { floor: accuracyFloors.ankleByPhase, ...angle('ankle', 'error') },
    { floor: accuracyFloors.cadenceTreadmillMan, ...largestOf(treadmillMan, 'cadenceSpm') },
    {
      floor: accuracyFloors.notRunning,
      value: notRunning.length === 0 ? null : (100 * silent) / notRunning.length,
    },
  ];
}

/** Errors of one number over some clips. */
export const errorsOf = (outcomes: readonly ClipOutcome[], scalar: Scalar): ScalarError[] =>
  outcomes.flatMap(({ scalars }) => scalars.filter((error) => error.scalar === scalar));
