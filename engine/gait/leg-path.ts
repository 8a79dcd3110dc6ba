import type { Side } from '../pose/keypoint-names.ts';
import { type SplineSamples, sampleSpline } from '../signal/cubic-spline.ts';
import { difference, middle } from '../signal/elementwise.ts';
import { midHip } from '../tracks/mid-hip.ts';
import type { Tracks } from '../tracks/tracks.ts';

/** Samples per second of the splines that events are read from. */
export const denseHz = 500;

/** One leg between the frames: pixels and pixels per second, x forward along the facing, y up. NaN where unknown. */
export interface LegPath {
  /** Evenly spaced, seconds. */
  readonly timesS: Float64Array;
  /** Speed of the middle of the hips in the picture. */
  readonly hipVx: Float64Array;
  /** Foot ahead of the middle of the hips. */
  readonly aheadPx: Float64Array;
  readonly ankleAheadPx: Float64Array;
  /** Velocity of the foot's centre (of the ankle where feet are not seen). */
  readonly footVx: Float64Array;
  readonly footVy: Float64Array;
  readonly toeVx: Float64Array;
  readonly toeUpPx: Float64Array;
}

/** Times from the first to the last frame at {@link denseHz}. */
export function denseTimes(timesS: Float64Array): Float64Array {
  const first = timesS[0];
  const count = Math.floor((timesS[timesS.length - 1] - first) * denseHz + 1e-9) + 1;
  const dense = new Float64Array(count);
  for (let i = 0; i < count; i++) dense[i] = first + i / denseHz;
  return dense;
}

/** Splines of both legs' tracks. */
export function legPaths(tracks: Tracks): Record<Side, LegPath> {
  const timesS = denseTimes(tracks.timesS);
  const hip = sampleSpline(tracks.timesS, midHip(tracks).forwardPx, timesS);
  return { left: legPath(tracks, 'left', timesS, hip), right: legPath(tracks, 'right', timesS, hip) };
}

function legPath(
  { points, facing, hasFeet, ...tracks }: Tracks,
  side: Side,
  timesS: Float64Array,
  hip: SplineSamples,
): LegPath {
  const ankle = points[`${side}_ankle`];
  const heel = hasFeet ? points[`${side}_heel`] : ankle;
  const toe = hasFeet ? points[`${side}_toe`] : ankle;
  const spline = (values: Float64Array) => sampleSpline(tracks.timesS, values, timesS);
  const footX = spline(middle(heel.xPx, toe.xPx, facing));
  const footY = spline(middle(heel.yPx, toe.yPx, -1));
  const ankleX = hasFeet ? spline(middle(ankle.xPx, ankle.xPx, facing)) : footX;
  const toeX = hasFeet ? spline(middle(toe.xPx, toe.xPx, facing)) : footX;
  const toeY = hasFeet ? spline(middle(toe.yPx, toe.yPx, -1)) : footY;
  return {
    timesS,
    hipVx: hip.slope,
    aheadPx: difference(footX.value, hip.value),
    ankleAheadPx: difference(ankleX.value, hip.value),
    footVx: footX.slope,
    footVy: footY.slope,
    toeVx: toeX.slope,
    toeUpPx: toeY.value,
  };
}
