import type { Side } from '../pose/keypoint-names.ts';
import { type AngleSeries, shifted } from './angle-series.ts';
import { jointCalibration } from './joint-calibration.ts';
import { jointSeries } from './joint-definitions.ts';
import type { RunningClip } from './running-clip.ts';
import type { Joint } from './side-view-metrics.ts';

/** Flexion of a joint in each frame, degrees, with the network's habit taken off. */
export function jointFlexion(clip: Pick<RunningClip, 'angles' | 'tracks'>, joint: Joint, side: Side): AngleSeries {
  const { offsetDeg } = jointCalibration(clip, joint, side);
  return shifted(jointSeries(clip.tracks, joint, side), offsetDeg);
}
