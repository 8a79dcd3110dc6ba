import { directionSeries, middleTrack } from './angle-series.ts';
import { meansOver } from './at-times.ts';
import { meanOf } from './estimate.ts';
import type { Measured } from './measured.ts';
import type { RunningClip } from './running-clip.ts';

/** With the head held level the line from ear to eye climbs by this much (Hill and Kroemer 1986). */
const earEyeLineDeg = 15;

/** Direction of the head against the horizontal, degrees, looking down negative: mean over whole strides. */
export function headGazeDeg(clip: RunningClip): Measured {
  const ear = middleTrack(clip.tracks, 'left_ear', 'right_ear');
  const eye = middleTrack(clip.tracks, 'left_eye', 'right_eye');
  const gaze = directionSeries(clip.tracks, ear, eye).map((angle) => angle - earEyeLineDeg);
  return meanOf(meansOver(clip.tracks.timesS, gaze, clip.strides), clip.angles.headDeg, 2);
}
