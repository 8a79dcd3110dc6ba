import type { Side } from '../../pose/keypoint-names.ts';
import { difference, middle } from '../../signal/elementwise.ts';
import { HarmonicFitter } from '../../signal/harmonic-fit.ts';
import { knownSpanS } from '../../signal/known-samples.ts';
import { minimise } from '../../signal/minimise.ts';
import { medianFps } from '../../tracks/smooth.ts';
import type { Tracks } from '../../tracks/tracks.ts';
import type { StrideFit } from '../phase-fit.ts';

/** The trunk bounces twice in a stride, the arms swing once. */
const trunkHarmonics = [2, 4];
const armHarmonics = [1, 2, 3];
/** As many of the legs' as frames carry, up to this. */
const mostLegHarmonics = 8;
/** And fewer in a clip of few strides. */
const fewStrides = 3;
const mostOfFewStrides = 4;
const harmonicsPerHz = 0.4;
const armPoints = ['left_elbow', 'right_elbow', 'left_wrist', 'right_wrist'] as const;
/** Of an arm that is hidden before the body more often, or whose motion the rhythm explains less of, nothing is taken. */
const leastSeen = 0.5;
const leastExplained = 0.5;
/** Half of the span, as a share of the period, in which it is looked for. */
const spanShare = 0.03;
/** But not so far, in strides at the ends of what is seen, that the neighbouring minimum is met. */
const mostSlipped = 0.25;
/** No coordinate is surer than this share of its motion. */
const leastRest = 1e-9;
const toleranceS = 1e-5;
/** Without the legs less moves: the error grows by about this much. */
const lessSure = 2;

/**
 * Stride period by legs, trunk and arms together: the one whose fold leaves least of each, every coordinate with a noise of its own, so that one
 * that a network draws badly counts little (maximum likelihood of normal residuals).
 *
 * On the way through the picture the legs are left out. The feet swing towards the camera and away from it far below it, so they are seen from
 * another height in every stride and their phase seems to drift: by 1.3 steps a minute in synthetic clips. The trunk keeps its depth, and
 * arms are about as high as the camera.
 *
 * @param tracks Of a runner who stays at one distance.
 * @param legs The period by the ankles alone.
 */
export function wholeBodyStride(tracks: Tracks, legs: StrideFit, treadmill: boolean): StrideFit {
  const parts = [trunk(tracks), ...arms(tracks, legs.strideS), ...(treadmill ? ankles(tracks, legs.strideS) : [])];
  const cost = (periodS: number): number =>
    parts.reduce((sum, part) => {
      const rest = part.residual(periodS);
      return sum + part.sampleCount * Math.log(Math.max(rest, leastRest * part.driftSumSquares));
    }, 0);
  const { left_hip, right_hip } = tracks.points;
  const strides = knownSpanS(tracks.timesS, [left_hip.xPx, right_hip.xPx]) / legs.strideS;
  const span = Math.min(spanShare, mostSlipped / strides) * legs.strideS;
  const { place, value } = minimise(cost, legs.strideS - span, legs.strideS + span, toleranceS);
  if (!Number.isFinite(value)) return legs;
  return { ...legs, strideS: place, strideSeS: (treadmill ? 1 : lessSure) * legs.strideSeS };
}

function trunk({ timesS, points }: Tracks): HarmonicFitter {
  const hipY = middle(points.left_hip.yPx, points.right_hip.yPx);
  const shoulderY = middle(points.left_shoulder.yPx, points.right_shoulder.yPx);
  return new HarmonicFitter(timesS, [middle(hipY, shoulderY)], trunkHarmonics);
}

/** Against the shoulders, across and down. */
function arms({ timesS, points }: Tracks, strideS: number): HarmonicFitter[] {
  const shoulderX = middle(points.left_shoulder.xPx, points.right_shoulder.xPx);
  const shoulderY = middle(points.left_shoulder.yPx, points.right_shoulder.yPx);
  return armPoints
    .flatMap((name) => [difference(points[name].xPx, shoulderX), difference(points[name].yPx, shoulderY)])
    .map((coordinate) => new HarmonicFitter(timesS, [coordinate], armHarmonics))
    .filter((arm) => {
      const rest = arm.residual(strideS);
      return arm.sampleCount >= leastSeen * timesS.length && rest < (1 - leastExplained) * arm.driftSumSquares;
    });
}

/** Against the hips, across and down. */
function ankles({ timesS, points }: Tracks, strideS: number): HarmonicFitter[] {
  const hipX = middle(points.left_hip.xPx, points.right_hip.xPx);
  const hipY = middle(points.left_hip.yPx, points.right_hip.yPx);
  const strides = knownSpanS(timesS, [hipX]) / strideS;
  const most = strides < fewStrides ? mostOfFewStrides : mostLegHarmonics;
  const highest = Math.max(2, Math.min(most, Math.floor(harmonicsPerHz * medianFps(timesS) * strideS)));
  const harmonics = Array.from({ length: highest }, (_, i) => i + 1);
  return (['left', 'right'] as const satisfies readonly Side[])
    .map((side) => points[`${side}_ankle`])
    .flatMap(({ xPx, yPx }) => [difference(xPx, hipX), difference(yPx, hipY)])
    .map((coordinate) => new HarmonicFitter(timesS, [coordinate], harmonics));
}
