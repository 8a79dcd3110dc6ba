import type { Side } from '../pose/keypoint-names.ts';
import { meanAndSpread } from '../signal/mean-and-spread.ts';
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

/** An angle of one side in each frame, and what remains to be known of it beyond the steps' scatter. */
export interface CalibratedSeries {
  readonly series: AngleSeries;
  /** Standard uncertainty, degrees. */
  readonly uncertaintyDeg: number;
}

/**
 * Contralateral pelvic drop as if the side stood throughout. The outline of the pelvis tells how far it swings from one side to the other;
 * networks draw the hips nearly level whatever the pelvis does, so that their points tell little, and alone are worth little more than
 * what runners usually do.
 */
export function pelvicDropSeries(clip: BackClip, side: Side): CalibratedSeries {
  const drawn = drawnPelvicDrop(clip, side);
  if (clip.pelvis === null) {
    const { gain, offsetDeg, uncertaintyDeg } = clip.frontal.pelvicDrop;
    const series = drawn.map((angle) => offsetDeg + gain * angle);
    return { series, uncertaintyDeg: Math.hypot(uncertaintyDeg, gain * clip.levelUncertaintyDeg) };
  }
  const { gain, offsetDeg, uncertaintyDeg, unevenGain } = clip.frontal.pelvicSwing;
  const { leanDegAt, scatterDeg, n } = clip.pelvis;
  const sign = side === 'left' ? 1 : -1;
  const uneven = unevenGain * meanAndSpread(drawn).mean;
  const series = clip.tracks.timesS.map((timeS) => offsetDeg + uneven + gain * sign * leanDegAt(timeS));
  const foldDeg = (gain * scatterDeg * foldLoss) / Math.sqrt(n);
  return { series, uncertaintyDeg: Math.hypot(uncertaintyDeg, foldDeg, unevenGain * clip.levelUncertaintyDeg) };
}

/** Six amplitudes are fitted, and misses of neighbouring frames are alike. */
const foldLoss = 4;

/** Contralateral pelvic drop over the stances of a side. */
export function pelvicDrop(clip: BackClip, side: Side): StanceAngle {
  const { series, uncertaintyDeg } = pelvicDropSeries(clip, side);
  return stanceAngle(clip.tracks.timesS, series, clip.stepsOf[side], uncertaintyDeg);
}
