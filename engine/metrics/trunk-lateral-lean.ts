import type { Side } from '../pose/keypoint-names.ts';
import { middle } from '../signal/elementwise.ts';
import type { AngleSeries } from './angle-series.ts';
import { meansOver } from './at-times.ts';
import type { BackClip } from './back-clip.ts';
import type { StanceAngle } from './back-view-metrics.ts';
import { meanOf } from './estimate.ts';
import type { Measured } from './measured.ts';
import { stanceAngle } from './stance-angle.ts';

const degrees = 180 / Math.PI;

/** Mid-hip to mid-shoulder against the vertical in each frame, positive: to the runner's right. */
export function trunkLateralLeanSeries({ tracks: { points } }: Pick<BackClip, 'tracks'>): AngleSeries {
  const { left_hip, right_hip, left_shoulder, right_shoulder } = points;
  const hipX = middle(left_hip.xPx, right_hip.xPx);
  const hipY = middle(left_hip.yPx, right_hip.yPx);
  const shoulderX = middle(left_shoulder.xPx, right_shoulder.xPx);
  const shoulderY = middle(left_shoulder.yPx, right_shoulder.yPx);
  return hipX.map((x, i) => degrees * Math.atan2(shoulderX[i] - x, hipY[i] - shoulderY[i]));
}

const uncertainty = (clip: BackClip): number => Math.hypot(clip.frontal.trunkLeanDeg, clip.levelUncertaintyDeg);

/** Mean over whole strides of one leg, that with more of them, so that the sway to either side cancels and nothing is counted twice. */
export function trunkLateralLeanDeg(clip: BackClip, series: AngleSeries): Measured {
  const { timesS, frameCount } = clip.tracks;
  const wholeStrides = (side: Side) =>
    clip.stepsOf[side]
      .map(({ touchdownS }) => ({ startS: touchdownS, endS: touchdownS + clip.strideS }))
      .filter(({ endS }) => endS <= timesS[frameCount - 1]);
  const [left, right] = [wholeStrides('left'), wholeStrides('right')];
  const strides = left.length >= right.length ? left : right;
  return meanOf(meansOver(timesS, series, strides), uncertainty(clip), 1);
}

/** The same over the stances of a side, positive: towards the standing leg. */
export function trunkLateralLean(clip: BackClip, series: AngleSeries, side: Side): StanceAngle {
  const sign = side === 'right' ? 1 : -1;
  const towards = series.map((angle) => sign * angle);
  return stanceAngle(clip.tracks.timesS, towards, clip.stepsOf[side], uncertainty(clip));
}
