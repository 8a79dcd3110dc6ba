import { CubicSpline } from '../signal/cubic-spline.ts';
import { meanAndSpread } from '../signal/mean-and-spread.ts';
import { student90 } from '../signal/student-t.ts';
import type { AngleSeries } from './angle-series.ts';
import { meansOver } from './at-times.ts';
import { halfWidthOf, meanOf } from './estimate.ts';
import { angleOverCycle } from './joint-angles.ts';
import { meanCurve } from './mean-curve.ts';
import { type Measured, measured } from './measured.ts';
import type { RunningClip } from './running-clip.ts';
import type { JointAngle } from './side-view-metrics.ts';

/**
 * Mean over whole strides of an angle that the body has once, degrees. How far strides differ is told by both legs' together, since two alike may
 * be so by chance.
 *
 * @param biasDeg Standard uncertainty common to all strides.
 */
export function bodyAngleDeg(clip: RunningClip, angles: AngleSeries, biasDeg: number): Measured {
  const { timesS } = clip.tracks;
  const mean = meanOf(meansOver(timesS, angles, clip.bodyStrides), biasDeg, 2);
  if (mean.value === null || mean.halfWidth === null) return mean;
  const { sd } = meanAndSpread(meansOver(timesS, angles, clip.strides));
  const scatterDeg = (student90(mean.n - 1) * sd) / Math.sqrt(mean.n);
  return measured(mean.value, Math.max(mean.halfWidth, Math.hypot(scatterDeg, halfWidthOf(biasDeg))), mean.n);
}

/** The same over the gait cycle of one leg, at the events of both. */
export function bodyAngleCycle(clip: RunningClip, angles: AngleSeries, biasDeg: number): JointAngle {
  const between = new CubicSpline(clip.tracks.timesS, angles);
  const curves = between.values(clip.curveTimesS[clip.bodySide]);
  return angleOverCycle(
    clip,
    { between, asMoved: between, unfiltered: between, unfilteredCurveDeg: null, curves, curveDeg: meanCurve(curves) },
    { contacts: clip.steadyContacts, biasDeg },
  );
}
