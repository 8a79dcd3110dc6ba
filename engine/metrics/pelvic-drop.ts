import type { Side } from '../pose/keypoint-names.ts';
import type { AngleSeries } from './angle-series.ts';
import type { BackClip } from './back-clip.ts';
import type { StanceAngle } from './back-view-metrics.ts';
import { stanceAngle } from './stance-angle.ts';

const degrees = 180 / Math.PI;

/** Hip line against the level as drawn, positive: the side that does not stand hangs down. */
export function drawnPelvicDrop({ tracks: { points } }: Pick<BackClip, 'tracks'>, stance: Side): AngleSeries {
  const { left_hip: left, right_hip: right } = points;
  const sign = stance === 'left' ? 1 : -1;
  return left.xPx.map((x, i) => sign * degrees * Math.atan2(right.yPx[i] - left.yPx[i], right.xPx[i] - x));
}

/** Contralateral pelvic drop over the stances of a side. */
export function pelvicDrop(clip: BackClip, side: Side): StanceAngle {
  const { gain, offsetDeg, uncertaintyDeg } = clip.frontal.pelvicDrop;
  const series = drawnPelvicDrop(clip, side).map((drawn) => offsetDeg + gain * drawn);
  const bias = Math.hypot(uncertaintyDeg, gain * clip.levelUncertaintyDeg);
  return stanceAngle(clip.tracks.timesS, series, clip.stepsOf[side], bias);
}
