import type { Side } from '../pose/keypoint-names.ts';
import { nearSide } from '../tracks/near-leg.ts';
import type { JointCalibration } from './angle-calibration.ts';
import type { RunningClip } from './running-clip.ts';
import type { Joint } from './side-view-metrics.ts';

/** How the clip's network draws a joint of one side: the limb behind the body is drawn otherwise than the near one. */
export function jointCalibration(
  { angles, tracks }: Pick<RunningClip, 'angles' | 'tracks'>,
  joint: Joint,
  side: Side,
): JointCalibration {
  const { near, far } = angles.joints[joint];
  return side === nearSide(tracks.facing) ? near : far;
}
