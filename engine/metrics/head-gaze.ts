import { type AngleSeries, directionSeries, middleTrack, shift } from './angle-series.ts';
import { bodyAngleCycle, bodyAngleDeg } from './body-angle.ts';
import type { Measured } from './measured.ts';
import type { RunningClip } from './running-clip.ts';
import type { JointAngle } from './side-view-metrics.ts';

/** Direction of the head against the horizontal in each frame, degrees, looking down negative. */
export function headGazeSeries(clip: Pick<RunningClip, 'tracks' | 'angles'>): AngleSeries {
  const ear = middleTrack(clip.tracks, 'left_ear', 'right_ear');
  const eye = middleTrack(clip.tracks, 'left_eye', 'right_eye');
  return shift(directionSeries(clip.tracks, ear, eye), -clip.angles.earEyeLineDeg);
}

/** Mean over whole strides of {@link headGazeSeries}. */
export const headGazeDeg = (clip: RunningClip, gaze: AngleSeries): Measured =>
  bodyAngleDeg(clip, gaze, clip.angles.headDeg);

/** {@link headGazeSeries} over the gait cycle of one leg, at the events of both. */
export const headGazeCycle = (clip: RunningClip, gaze: AngleSeries): JointAngle =>
  bodyAngleCycle(clip, gaze, clip.angles.headDeg);
