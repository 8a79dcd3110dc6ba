import type { Side } from '../pose/keypoint-names.ts';
import { sum } from '../signal/elementwise.ts';
import type { BackClip } from './back-clip.ts';
import type { StanceAngle } from './back-view-metrics.ts';
import { inwardLean } from './inward-lean.ts';
import { pelvicDropSeries } from './pelvic-drop.ts';
import { stanceAngle } from './stance-angle.ts';
import { withheldStanceAngle } from './withheld-back-metrics.ts';

/**
 * Hip adduction in the picture as if the side stood throughout: thigh against the perpendicular of the pelvis. The thigh is the
 * network's, the pelvis that of the pelvic drop.
 *
 * @returns Null where the pelvis is not known.
 */
export function hipAdductionSeries(clip: BackClip, side: Side): ReturnType<typeof pelvicDropSeries> {
  const drop = pelvicDropSeries(clip, side);
  if (drop === null) return null;
  const { gain, offsetDeg, uncertaintyDeg } = clip.frontal.thigh;
  const thigh = inwardLean(clip.tracks, side, ['hip', 'knee']).map((drawn) => offsetDeg + gain * drawn);
  return {
    series: sum(thigh, drop.series),
    uncertaintyDeg: Math.hypot(uncertaintyDeg, drop.uncertaintyDeg, gain * clip.levelUncertaintyDeg),
  };
}

/** Hip adduction over the stances of a side. */
export function hipAdduction(clip: BackClip, side: Side): StanceAngle {
  const adduction = hipAdductionSeries(clip, side);
  if (adduction === null) return withheldStanceAngle('outline_unclear');
  return stanceAngle(clip.tracks.timesS, adduction.series, clip.stepsOf[side], adduction.uncertaintyDeg);
}
