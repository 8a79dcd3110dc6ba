import { type AngleSeries, directionSeries, middleTrack } from './angle-series.ts';
import { meansOver } from './at-times.ts';
import { meanOf } from './estimate.ts';
import { angleOverCycle } from './joint-angles.ts';
import type { Measured } from './measured.ts';
import type { RunningClip } from './running-clip.ts';
import type { JointAngle } from './side-view-metrics.ts';

/** Direction of the head against the horizontal in each frame, degrees, looking down negative. */
function headGazeSeries(clip: RunningClip): AngleSeries {
  const ear = middleTrack(clip.tracks, 'left_ear', 'right_ear');
  const eye = middleTrack(clip.tracks, 'left_eye', 'right_eye');
  return directionSeries(clip.tracks, ear, eye).map((angle) => angle - clip.angles.earEyeLineDeg);
}

/** Direction of the head against the horizontal, degrees, looking down negative: mean over whole strides. */
export const headGazeDeg = (clip: RunningClip): Measured =>
  meanOf(meansOver(clip.tracks.timesS, headGazeSeries(clip), clip.bodyStrides), clip.angles.headDeg, 2);

/** The same over the gait cycle of one leg, at the events of both. */
export const headGazeCycle = (clip: RunningClip): JointAngle =>
  angleOverCycle(clip, headGazeSeries(clip), {
    contacts: clip.gait.contacts,
    strides: clip.bodyStrides,
    biasDeg: clip.angles.headDeg,
  });
