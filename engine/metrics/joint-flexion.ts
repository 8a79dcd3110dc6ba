import type { Side } from '../pose/keypoint-names.ts';
import { nearSide } from '../tracks/near-leg.ts';
import { type AngleSeries, shifted } from './angle-series.ts';
import { takeHabitOff } from './drawn-habit.ts';
import { jointCalibration } from './joint-calibration.ts';
import { jointSeries } from './joint-definitions.ts';
import type { RunningClip } from './running-clip.ts';
import type { Joint } from './side-view-metrics.ts';

/** Flexion of a joint in each frame, degrees, with the network's habits taken off: the constant one, and that over the stride. */
export function jointFlexion(
  clip: Pick<RunningClip, 'angles' | 'tracks' | 'turns'>,
  joint: Joint,
  side: Side,
): AngleSeries {
  const { angles, tracks, turns } = clip;
  const { offsetDeg } = jointCalibration(clip, joint, side);
  const flexion = shifted(jointSeries(tracks, joint, side), offsetDeg);
  const habit = angles.habit[joint];
  if (habit !== undefined) {
    takeHabitOff(flexion, turns[side], side === nearSide(tracks.facing) ? habit.near : habit.far);
  }
  return flexion;
}
