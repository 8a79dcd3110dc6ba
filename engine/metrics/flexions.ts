import type { Side } from '../pose/keypoint-names.ts';
import { CubicSpline } from '../signal/cubic-spline.ts';
import type { AngleSeries } from './angle-series.ts';
import { asFiltered, asItMoved, type PutBack, thighLowPass } from './as-it-moved.ts';
import { everyJoint } from './every-joint.ts';
import { jointFlexion, sharedByJoints } from './joint-flexion.ts';
import { meanCurve } from './mean-curve.ts';
import type { curvePoints, RunningClip } from './running-clip.ts';
import type { Joint } from './side-view-metrics.ts';

/** A joint's flexion in the frames, degrees, and between them. */
export interface Flexion extends PutBack {
  readonly series: AngleSeries;
  readonly between: CubicSpline;
  /** Over each of the leg's strides, {@link curvePoints} values one after the other, and their mean. */
  readonly curves: Float64Array;
  readonly curveDeg: readonly (number | null)[];
}

/** Flexion of every joint of both sides. */
export type Flexions = Readonly<Record<Joint, Readonly<Record<Side, Flexion>>>>;

/** Works out once what several metrics look at. */
export function flexionsOf(clip: RunningClip): Flexions {
  const shared = sharedByJoints(clip);
  return everyJoint((joint, side) => {
    const series = jointFlexion(clip, shared, joint, side);
    const between = new CubicSpline(clip.tracks.timesS, series);
    const curves = between.values(clip.curveTimesS[side]);
    const curveDeg = meanCurve(curves);
    const lowPass = thighLowPass(joint, clip.fps);
    const filtered = { series, between, curves, curveDeg };
    const { asMoved, unfiltered, unfilteredCurveDeg } =
      lowPass === null ? asFiltered(between) : asItMoved(clip, side, filtered, lowPass);
    return { series, between, curves, curveDeg, asMoved, unfiltered, unfilteredCurveDeg };
  });
}
