import type { Side } from '../pose/keypoint-names.ts';
import { sum } from '../signal/elementwise.ts';
import type { BackClip } from './back-clip.ts';
import type { StanceAngle } from './back-view-metrics.ts';
import { inwardLean } from './inward-lean.ts';
import { pelvicDropSeries } from './pelvic-drop.ts';
import { stanceAngle } from './stance-angle.ts';
import { withheldStanceAngle } from './withheld-back-metrics.ts';

/**
 * Hip adduction in the picture over the stances of a side: thigh against the perpendicular of the pelvis. The thigh is the
 * network's, the pelvis that of the pelvic drop.
 */
export function hipAdduction(clip: BackClip, side: Side): StanceAngle {
  const drop = pelvicDropSeries(clip, side);
  if (drop === null) return withheldStanceAngle('outline_unclear');
  const { gain, offsetDeg, uncertaintyDeg } = clip.frontal.thigh;
  const thigh = inwardLean(clip.tracks, side, ['hip', 'knee']).map((drawn) => offsetDeg + gain * drawn);
  const bias = Math.hypot(uncertaintyDeg, drop.uncertaintyDeg, gain * clip.levelUncertaintyDeg);
  const { timesS } = clip.tracks;
  const steps = clip.stepsOf[side];
  const { atTouchdown } = stanceAngle(timesS, sum(thigh, drop.touchdownSeries), steps, bias);
  return { ...stanceAngle(timesS, sum(thigh, drop.series), steps, bias), atTouchdown };
}
