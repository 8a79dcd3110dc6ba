import type { Side } from '../pose/keypoint-names.ts';
import { sum } from '../signal/elementwise.ts';
import type { AngleSeries } from './angle-series.ts';
import type { BackClip } from './back-clip.ts';
import type { StanceAngle } from './back-view-metrics.ts';
import { inwardLean } from './inward-lean.ts';
import { drawnPelvicDrop } from './pelvic-drop.ts';
import { stanceAngle } from './stance-angle.ts';

/** Thigh against the perpendicular of the hip line as drawn, positive: knee towards the midline. */
export const drawnHipAdduction = (clip: Pick<BackClip, 'tracks'>, side: Side): AngleSeries =>
  sum(inwardLean(clip.tracks, side, ['hip', 'knee']), drawnPelvicDrop(clip, side));

/** Hip adduction in the picture over the stances of a side. */
export function hipAdduction(clip: BackClip, side: Side): StanceAngle {
  const { gain, offsetDeg, uncertaintyDeg } = clip.frontal.hipAdduction;
  const series = drawnHipAdduction(clip, side).map((drawn) => offsetDeg + gain * drawn);
  return stanceAngle(clip.tracks.timesS, series, clip.stepsOf[side], uncertaintyDeg);
}
