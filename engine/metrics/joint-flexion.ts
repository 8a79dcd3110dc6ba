import type { Side } from '../pose/keypoint-names.ts';
import type { AngleSeries } from './angle-series.ts';
import { jointSeries } from './joint-definitions.ts';
import type { RunningClip } from './running-clip.ts';
import type { Joint } from './side-view-metrics.ts';

/** Flexion of a joint in each frame, degrees, with the network's habit taken off. */
export function jointFlexion(clip: RunningClip, joint: Joint, side: Side): AngleSeries {
  const { gain, offsetDeg } = clip.angles.joints[joint];
  return jointSeries(clip.tracks, joint, side).map((angle) => gain * angle + offsetDeg);
}
