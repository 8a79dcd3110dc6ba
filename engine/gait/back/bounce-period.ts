import { middle } from '../../signal/elementwise.ts';
import { HarmonicFitter } from '../../signal/harmonic-fit.ts';
import { minimise } from '../../signal/minimise.ts';
import type { Tracks } from '../../tracks/tracks.ts';
import type { StrideFit } from '../phase-fit.ts';

/** The trunk bounces twice in a stride. */
const harmonics = [2, 4];
/** Half of the span, as a share of the period, in which it is looked for. */
const spanShare = 0.04;
const toleranceS = 1e-5;
/** The bounce alone is less sure than the legs: its error grows by about this much. */
const lessSure = 2;

/**
 * Stride period by the trunk's bounce. On the way through the picture the feet, which swing towards the camera and away from it, are seen
 * from another height in every stride, so that their phase seems to drift: by 1.3 steps a minute in synthetic clips. The
 * trunk keeps its depth.
 *
 * @param tracks Of a runner who stays at one distance.
 */
export function bouncePeriod({ timesS, points }: Tracks, legs: StrideFit): StrideFit {
  const hip = middle(points.left_hip.yPx, points.right_hip.yPx);
  const shoulder = middle(points.left_shoulder.yPx, points.right_shoulder.yPx);
  const fitter = new HarmonicFitter(timesS, [middle(hip, shoulder)], harmonics);
  const residual = (periodS: number): number => fitter.residual(periodS);
  const span = spanShare * legs.strideS;
  const { place, value } = minimise(residual, legs.strideS - span, legs.strideS + span, toleranceS);
  return Number.isFinite(value) ? { ...legs, strideS: place, strideSeS: lessSure * legs.strideSeS } : legs;
}
