import { directionSeries, middleTrack } from './angle-series.ts';
import { meansOver } from './at-times.ts';
import { meanOf } from './estimate.ts';
import type { Measured } from './measured.ts';
import type { RunningClip } from './running-clip.ts';

/** Direction of the head against the horizontal, degrees, looking down negative: mean over whole strides. */
export function headGazeDeg(clip: RunningClip): Measured {
  const ear = middleTrack(clip.tracks, 'left_ear', 'right_ear');
  const eye = middleTrack(clip.tracks, 'left_eye', 'right_eye');
  const gaze = directionSeries(clip.tracks, ear, eye).map((angle) => angle - clip.angles.earEyeLineDeg);
  return meanOf(meansOver(clip.tracks.timesS, gaze, clip.bodyStrides), clip.angles.headDeg, 2);
}
