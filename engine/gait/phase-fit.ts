import { antiphasePeriod, type SidePair } from '../signal/antiphase-period.ts';
import { difference, middle } from '../signal/elementwise.ts';
import { HarmonicFitter } from '../signal/harmonic-fit.ts';
import { knownSpanS } from '../signal/known-samples.ts';
import { minimise } from '../signal/minimise.ts';
import { longestStrideS, shortestStrideS } from '../tracks/leg-rhythm.ts';
import { medianFps } from '../tracks/smooth.ts';
import type { Tracks } from '../tracks/tracks.ts';

/** The clip's steady rhythm. */
export interface StrideFit {
  readonly strideS: number;
  /** Standard error of `strideS`. */
  readonly strideSeS: number;
  /** Share of the ankles' motion, 0 to 1, that the rhythm explains. */
  readonly explained: number;
}

/** Half of the span, as a share of the period, in which the full fit looks around the first estimate. */
const refineShare = 0.04;
/** How closely the period is told: over a hundred strides a millisecond. */
const toleranceS = 1e-5;

/**
 * Stride period by folding the whole clip on itself: ankle minus hip of both legs, modelled as level, drift and
 * harmonics of one period, the period chosen by least squares. Frame rate and stride are incommensurate, so many
 * strides together sample one cycle far more densely than the frames of one stride do.
 *
 * @returns Null when the clip holds no alternating movement.
 */
export function fitStride(tracks: Tracks): StrideFit | null {
  const { timesS, points } = tracks;
  const hipX = middle(points.left_hip.xPx, points.right_hip.xPx);
  const hipY = middle(points.left_hip.yPx, points.right_hip.yPx);
  // Seen from behind or from the front, the right foot goes to the other side than the left did half a stride before.
  const rightX = points.right_ankle.xPx;
  const pairs: readonly [SidePair, SidePair] = [
    {
      left: difference(points.left_ankle.xPx, hipX),
      right: tracks.view === 'side' ? difference(rightX, hipX) : difference(hipX, rightX),
    },
    { left: difference(points.left_ankle.yPx, hipY), right: difference(points.right_ankle.yPx, hipY) },
  ];
  const roughS = tracks.steadyPeriodS ?? antiphasePeriod(timesS, pairs, shortestStrideS, longestStrideS)?.periodS;
  if (roughS === undefined) return null;

  const signals = [pairs[0].left, pairs[0].right, pairs[1].left, pairs[1].right];
  const seenS = knownSpanS(timesS, signals);
  const strides = seenS / roughS;
  const highest = Math.max(2, Math.min(strides < 3 ? 4 : 8, Math.floor(0.4 * medianFps(timesS) * roughS)));
  const harmonics = Array.from({ length: highest }, (_, i) => i + 1);
  const fitter = new HarmonicFitter(timesS, signals, harmonics);
  const residual = (periodS: number): number => fitter.residual(periodS);
  // A short clip moves the period little; a long one must not slip to the neighbouring minimum.
  const span = Math.min(refineShare, 0.25 / strides) * roughS;
  const { place: strideS, value: rest } = minimise(residual, roughS - span, roughS + span, toleranceS);
  if (!Number.isFinite(rest) || fitter.driftSumSquares === 0) return null;

  const step = 0.1 * span;
  const curvature = (residual(strideS - step) + residual(strideS + step) - 2 * rest) / (step * step);
  const freedom = signals.length * (fitter.sampleCount - 2 - 2 * highest);
  const variance = rest / Math.max(1, freedom);
  return {
    strideS,
    strideSeS: Math.sqrt((2 * variance * correlationLoss(fitter.sampleCount, seenS)) / Math.max(curvature, 1e-12)),
    explained: 1 - rest / fitter.driftSumSquares,
  };
}

/** Neighbouring residuals of a filtered track are alike for about 50 ms: the samples that carry news are fewer. */
const correlationLoss = (samples: number, seenS: number): number => Math.max(1, (samples / seenS) * 0.05);
