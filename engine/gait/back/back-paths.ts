import type { Side } from '../../pose/keypoint-names.ts';
import { CubicSpline } from '../../signal/cubic-spline.ts';
import { difference, middle } from '../../signal/elementwise.ts';
import { median } from '../../signal/robust-statistics.ts';
import type { Tracks } from '../../tracks/tracks.ts';
import { denseTimes } from '../leg-path.ts';

/** One leg seen from behind, in body heights, down the picture. */
export interface BackLegPath {
  /** Below the middle of the hips. */
  readonly ankleBelowHip: Float64Array;
  /** In the picture. */
  readonly ankleDown: Float64Array;
  /** Of the ankle below the knee. */
  readonly shankDown: Float64Array;
}

/** A runner seen from behind between the frames. NaN where unknown. */
export interface BackPaths {
  /** Evenly spaced, seconds. */
  readonly timesS: Float64Array;
  /** Middle of hips and shoulders in the picture, body heights down. */
  readonly trunkDown: Float64Array;
  readonly legs: Readonly<Record<Side, BackLegPath>>;
}

/** Mid-hip to mid-shoulder as a share of stature (Winter 2009, table 4.1). */
const trunkShareOfHeight = 0.288;

/** Height of the body in pixels by the length of its trunk: legs are never seen at full length from behind. */
export function heightByTrunkPx({ points }: Tracks): number {
  const { left_hip, right_hip, left_shoulder, right_shoulder } = points;
  const trunk = left_hip.xPx.map((hip, i) =>
    Math.hypot(
      (left_shoulder.xPx[i] + right_shoulder.xPx[i] - hip - right_hip.xPx[i]) / 2,
      (left_shoulder.yPx[i] + right_shoulder.yPx[i] - left_hip.yPx[i] - right_hip.yPx[i]) / 2,
    ),
  );
  return median(trunk) / trunkShareOfHeight;
}

/** Splines of what the events are read from. @param tracks Of a runner who stays at one distance. */
export function backPaths(tracks: Tracks): BackPaths {
  const { points } = tracks;
  const timesS = denseTimes(tracks.timesS);
  const perPx = 1 / heightByTrunkPx(tracks);
  const dense = (values: Float64Array): Float64Array =>
    new CubicSpline(tracks.timesS, values).values(timesS).map((value) => value * perPx);
  const hipY = middle(points.left_hip.yPx, points.right_hip.yPx);
  const shoulderY = middle(points.left_shoulder.yPx, points.right_shoulder.yPx);
  const leg = (side: Side): BackLegPath => ({
    ankleBelowHip: dense(difference(points[`${side}_ankle`].yPx, hipY)),
    ankleDown: dense(points[`${side}_ankle`].yPx),
    shankDown: dense(difference(points[`${side}_ankle`].yPx, points[`${side}_knee`].yPx)),
  });
  return { timesS, trunkDown: dense(middle(hipY, shoulderY)), legs: { left: leg('left'), right: leg('right') } };
}
