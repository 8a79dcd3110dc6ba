import type { Side } from '../pose/keypoint-names.ts';
import { sampleSpline } from '../signal/cubic-spline.ts';
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
  return Float64Array.from({ length: count }, (_, i) => first + i / denseHz);
}

const mean = (a: Float64Array, b: Float64Array, sign: number): Float64Array =>
  a.map((value, i) => (sign * (value + b[i])) / 2);

/** Splines of one leg's tracks. */
export function legPath(tracks: Tracks, side: Side): LegPath {
  const { points, facing } = tracks;
  const timesS = denseTimes(tracks.timesS);
  const ends = tracks.hasFeet
    ? ([points[`${side}_heel`], points[`${side}_toe`]] as const)
    : ([points[`${side}_ankle`], points[`${side}_ankle`]] as const);
  const spline = (values: Float64Array) => sampleSpline(tracks.timesS, values, timesS);
  const hipX = spline(midHip(tracks).forwardPx);
  const footX = spline(mean(ends[0].xPx, ends[1].xPx, facing));
  const footY = spline(mean(ends[0].yPx, ends[1].yPx, -1));
  const ankle = points[`${side}_ankle`];
  const ankleX = spline(mean(ankle.xPx, ankle.xPx, facing));
  const toeX = spline(mean(ends[1].xPx, ends[1].xPx, facing));
  const toeY = spline(mean(ends[1].yPx, ends[1].yPx, -1));
  return {
    timesS,
    hipVx: hipX.slope,
    aheadPx: footX.value.map((x, i) => x - hipX.value[i]),
    ankleAheadPx: ankleX.value.map((x, i) => x - hipX.value[i]),
    footVx: footX.slope,
    footVy: footY.slope,
    toeVx: toeX.slope,
    toeUpPx: toeY.value,
  };
}
