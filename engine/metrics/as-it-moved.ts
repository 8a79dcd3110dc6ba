import type { Side } from '../pose/keypoint-names.ts';
import { CubicSpline } from '../signal/cubic-spline.ts';
import { cutOffHz } from '../tracks/smooth.ts';
import type { Flexion } from './flexions.ts';
import { curvePoints, type RunningClip } from './running-clip.ts';
import type { Joint } from './side-view-metrics.ts';
import { unfilteredCurve } from './unfiltered-curve.ts';

/** Of the points of thigh and shank; null where noise moves an angle so much that putting back what the filter takes would put back noise. */
export const thighCutOffHz = (joint: Joint, fps: number): number | null =>
  joint === 'knee' || joint === 'hip' ? cutOffHz('left_knee', fps) : null;

const steps = curvePoints - 1;

/**
 * An angle of a leg with what the low-pass takes off put back: to each frame is added what its phase of the mean cycle has lost (`unfiltered-curve.ts`). A knee bends about within a few
 * hundredths of a second of touchdown; the filter takes a degree and a half off that.
 *
 * @param filtered Without that.
 */
export function asItMoved(
  clip: Pick<RunningClip, 'tracks' | 'turns' | 'strideS'>,
  side: Side,
  { series, between, curves, curveDeg }: Omit<Flexion, 'asMoved'>,
  cutOffHz: number,
): CubicSpline {
  const { timesS } = clip.tracks;
  const curve = curveDeg.filter((value) => value !== null);
  if (curve.length < curvePoints) return between;
  const noise = squareErrorOf(curves, curve);
  const lostDeg = unfilteredCurve(curve, clip.strideS, cutOffHz, noise).map((value, i) => value - (curve[i] as number));
  const moved = series.slice();
  const turns = clip.turns[side];
  for (let i = 0; i < timesS.length; i++) {
    const place = steps * turns[i];
    const before = Math.floor(place);
    const share = place - before;
    moved[i] = moved[i] + (1 - share) * lostDeg[before] + share * lostDeg[before + 1];
  }
  return new CubicSpline(timesS, moved);
}

/** Square of the standard error of a mean curve, mean over its points. */
function squareErrorOf(curves: Float64Array, mean: readonly number[]): number {
  let squares = 0;
  let freedom = 0;
  for (let k = 0; k < curves.length; k++) {
    const miss = curves[k] - (mean[k % curvePoints] as number);
    if (!Number.isFinite(miss)) continue;
    squares += miss ** 2;
    freedom++;
  }
  const strides = freedom / curvePoints;
  return squares / curvePoints / (strides * (strides - 1));
}
