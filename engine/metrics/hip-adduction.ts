import type { Side } from '../pose/keypoint-names.ts';
import { sum } from '../signal/elementwise.ts';
import type { BackClip } from './back-clip.ts';
import type { StanceAngle } from './back-view-metrics.ts';
import { inwardLean } from './inward-lean.ts';
import { pelvicDropSeries } from './pelvic-drop.ts';
import { stanceAngle } from './stance-angle.ts';

/**
 * Hip adduction in the picture over the stances of a side: thigh against the perpendicular of the pelvis. The thigh is the
 * network's, the pelvis that of the pelvic drop.
 */
export function hipAdduction(clip: BackClip, side: Side): StanceAngle {
  const { gain, offsetDeg, uncertaintyDeg } = clip.frontal.hipAdduction;
  const thigh = inwardLean(clip.tracks, side, ['hip', 'knee']).map((drawn) => offsetDeg + gain * drawn);
  const pelvis = pelvicDropSeries(clip, side);
  const bias = Math.hypot(uncertaintyDeg, pelvis.uncertaintyDeg, gain * clip.levelUncertaintyDeg);
  return stanceAngle(clip.tracks.timesS, sum(thigh, pelvis.series), clip.stepsOf[side], bias);
}
