import type { Side } from '../pose/keypoint-names.ts';
import { nearSide } from '../tracks/near-leg.ts';
import { type AngleSeries, type Segment, shift } from './angle-series.ts';
import { type StridePhases, stridePhases, takeHabitOff } from './drawn-habit.ts';
import { jointCalibration } from './joint-calibration.ts';
import { jointSeries, trunkDown } from './joint-definitions.ts';
import type { RunningClip } from './running-clip.ts';
import type { Joint } from './side-view-metrics.ts';

/** What the joints of a clip have in common. */
export interface SharedByJoints {
  readonly trunk: Segment;
  readonly phases: Readonly<Record<Side, StridePhases>>;
}

export const sharedByJoints = ({ tracks, turns }: Pick<RunningClip, 'tracks' | 'turns'>): SharedByJoints => ({
  trunk: trunkDown(tracks),
  phases: { left: stridePhases(turns.left), right: stridePhases(turns.right) },
});

/** Flexion of a joint in each frame, degrees, with the network's habits taken off: the constant one, and that over the stride. */
export function jointFlexion(
  clip: Pick<RunningClip, 'angles' | 'tracks'>,
  { trunk, phases }: SharedByJoints,
  joint: Joint,
  side: Side,
): AngleSeries {
  const { angles, tracks } = clip;
  const { offsetDeg } = jointCalibration(clip, joint, side);
  const flexion = shift(jointSeries(tracks, joint, side, trunk), offsetDeg);
  const habit = angles.habit[joint];
  if (habit !== undefined) {
    takeHabitOff(flexion, phases[side], side === nearSide(tracks.facing) ? habit.near : habit.far);
  }
  return flexion;
}
