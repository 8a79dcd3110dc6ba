import type { Side } from '../pose/keypoint-names.ts';
import { CubicSpline } from '../signal/cubic-spline.ts';
import { difference, middle } from '../signal/elementwise.ts';
import { midHip } from '../tracks/mid-hip.ts';
import type { Track, Tracks } from '../tracks/tracks.ts';

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
  /** Forward and up: the foot's centre (the ankle where feet are not seen). */
  readonly foot: Place;
  readonly toe: Place;
}

/** Where a point goes, forward and up. */
export interface Place {
  readonly forwardPx: CubicSpline;
  readonly upPx: CubicSpline;
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
  const hip = new CubicSpline(tracks.timesS, midHip(tracks).forwardPx);
  const hipPx = hip.values(timesS);
  const hipVx = hip.slopes(timesS);
  const legPath = (side: Side): LegPath => {
    const ankle = tracks.points[`${side}_ankle`];
    const heel = tracks.hasFeet ? tracks.points[`${side}_heel`] : ankle;
    const toe = tracks.hasFeet ? tracks.points[`${side}_toe`] : ankle;
    const foot = middlePlace(tracks, heel, toe);
    return {
      timesS,
      hipVx,
      aheadPx: difference(foot.forwardPx.values(timesS), hipPx),
      ankleAheadPx: difference(middlePlace(tracks, ankle, ankle).forwardPx.values(timesS), hipPx),
      foot,
      toe: placeOf(tracks, toe),
    };
  };
  return { left: legPath('left'), right: legPath('right') };
}

/** Splines of one point's track. */
export const placeOf = (tracks: Pick<Tracks, 'timesS' | 'facing'>, track: Track): Place =>
  middlePlace(tracks, track, track);

const middlePlace = ({ timesS, facing }: Pick<Tracks, 'timesS' | 'facing'>, a: Track, b: Track): Place => ({
  forwardPx: new CubicSpline(timesS, middle(a.xPx, b.xPx, facing)),
  upPx: new CubicSpline(timesS, middle(a.yPx, b.yPx, -1)),
});
