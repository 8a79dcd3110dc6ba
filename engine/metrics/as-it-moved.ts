import type { Side } from '../pose/keypoint-names.ts';
import { CubicSpline } from '../signal/cubic-spline.ts';
import { sideBySide } from '../signal/side-by-side.ts';
import { cutOffHz } from '../tracks/smooth.ts';
import type { AngleSeries } from './angle-series.ts';
import type { Flexion } from './flexions.ts';
import { curvePoints, type RunningClip } from './running-clip.ts';
import type { Joint } from './side-view-metrics.ts';
import { type LowPass, unfilteredCurves } from './unfiltered-curve.ts';

/** Of the points of thigh and shank; null where noise moves an angle so much that putting back what the filter takes would put back noise. */
export const thighLowPass = (joint: Joint, fps: number): LowPass | null =>
  joint === 'knee' || joint === 'hip' ? { cutOffHz: cutOffHz('left_knee', fps), sampleHz: fps } : null;

const steps = curvePoints - 1;

/** An angle between the frames with what the low-pass takes off put back. */
export interface PutBack {
  /** Of that what is no noise. */
  readonly asMoved: CubicSpline;
  /** All of it, noise or not: no more can have been taken off. */
  readonly unfiltered: CubicSpline;
  /** So the mean curve; null where there is none, or nothing is put back. */
  readonly unfilteredCurveDeg: Float64Array | null;
}

/** An angle with which nothing is put back. */
export const asFiltered = (between: CubicSpline): PutBack => ({
  asMoved: between,
  unfiltered: between,
  unfilteredCurveDeg: null,
});

/**
 * An angle of a leg with what the low-pass takes off put back: to each frame is added what its phase of the mean cycle has lost (`unfiltered-curve.ts`). A knee bends about within a few
 * hundredths of a second of touchdown; the filter takes a degree and a half off that. How much of a single stride is noise is not known: nothing is put back then, though as much may
 * have been taken off as elsewhere.
 *
 * @param filtered Without that.
 */
export function asItMoved(
  clip: Pick<RunningClip, 'tracks' | 'turns' | 'strideS'>,
  side: Side,
  filtered: Omit<Flexion, keyof PutBack>,
  lowPass: LowPass,
): PutBack {
  const { series, between, curves, curveDeg } = filtered;
  const mean = curveDeg.filter((value) => value !== null);
  const isMean = mean.length === curvePoints;
  const curve = isMean ? mean : Array.from(curves.subarray(0, curvePoints)).filter(Number.isFinite);
  if (curve.length < curvePoints) return asFiltered(between);
  const noises = isMean ? [0, squareErrorOf(curves, curve)] : [0];
  const sharp = unfilteredCurves(curve, clip.strideS, lowPass, noises);
  const [unfiltered, asMoved] = withLost(series, curve, sharp, clip.turns[side]).map(
    (moved) => new CubicSpline(clip.tracks.timesS, moved),
  ) as [CubicSpline, CubicSpline?];
  return { asMoved: asMoved ?? between, unfiltered, unfilteredCurveDeg: isMean ? (sharp[0] as Float64Array) : null };
}

/** Each value with what its phase lost from curves that were sharper. @param turns Phases of the values. @returns One series for each of the curves. */
function withLost(
  series: AngleSeries,
  curve: readonly number[],
  sharp: readonly Float64Array[],
  turns: Float64Array,
): readonly AngleSeries[] {
  const arrays = sideBySide(sharp.length, series.length);
  for (const [k, moved] of arrays.entries()) addLost(series, curve, sharp[k] as Float64Array, turns, moved);
  return arrays;
}

/** The same for one of the curves. @param moved Where to put it. */
function addLost(
  series: AngleSeries,
  curve: readonly number[],
  sharp: Float64Array,
  turns: Float64Array,
  moved: Float64Array,
): void {
  for (let i = 0; i < series.length; i++) {
    const place = steps * turns[i];
    const before = Math.floor(place);
    const share = place - before;
    const here = curve[before] as number;
    const next = curve[before + 1] as number;
    moved[i] = series[i] + (1 - share) * (sharp[before] - here) + share * (sharp[before + 1] - next);
  }
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
