import type { Measurement } from '../../report/table.ts';
import { accuracyFloors } from '../accuracy-floors.ts';
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
  const angle = (joint: JointError['joint'], of: 'error' | 'byTime') =>
    rmsOf(legs.flatMap((leg) => (leg.joint === joint ? (leg[of]?.rmsOfShape ?? []) : [])));
  const silent = notRunning.filter(({ reported }) => !reported).length;
  return [
    { floor: accuracyFloors.cadenceClips, value: largest(errorsOf(rendered, 'cadenceSpm')) },
    { floor: accuracyFloors.contactClips, value: largest(errorsOf(rendered, 'contactTimeMs')) },
    { floor: accuracyFloors.flightClips, value: largest(errorsOf(rendered, 'flightTimeMs')) },
    { floor: accuracyFloors.speedClips, value: largest(inPercent(errorsOf(rendered, 'speedMps'))) },
    { floor: accuracyFloors.stepLengthClips, value: largest(inPercent(errorsOf(rendered, 'stepLengthM'))) },
    { floor: accuracyFloors.speedSeenClips, value: largest(inPercent(errorsOf(standing, 'speedOverSolesMps'))) },
    { floor: accuracyFloors.kneeByTime, value: angle('knee', 'byTime') },
    { floor: accuracyFloors.hipByTime, value: angle('hip', 'byTime') },
    { floor: accuracyFloors.ankleByTime, value: angle('ankle', 'byTime') },
    { floor: accuracyFloors.kneeByPhase, value: angle('knee', 'error') },
    { floor: accuracyFloors.hipByPhase, value: angle('hip', 'error') },
    { floor: accuracyFloors.ankleByPhase, value: angle('ankle', 'error') },
    { floor: accuracyFloors.cadenceTreadmillMan, value: largest(errorsOf(treadmillMan, 'cadenceSpm')) },
    {
      floor: accuracyFloors.notRunning,
      value: notRunning.length === 0 ? null : (100 * silent) / notRunning.length,
    },
  ];
}

/** Errors of one number over some clips. */
export const errorsOf = (outcomes: readonly ClipOutcome[], scalar: Scalar): ScalarError[] =>
  outcomes.flatMap(({ scalars }) => scalars.filter((error) => error.scalar === scalar));

const inPercent = (errors: readonly ScalarError[]): ScalarError[] =>
  errors.map((one) => ({ ...one, error: one.error === null ? null : (100 * one.error) / one.truth }));

/** Size of the largest error; null where nothing was reported. */
function largest(errors: readonly ScalarError[]): number | null {
  const sizes = errors.flatMap(({ error }) => (error === null ? [] : [Math.abs(error)]));
  return sizes.length === 0 ? null : Math.max(...sizes);
}

/** Root mean square; null of none. */
const rmsOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);
