import type { Side } from '../pose/keypoint-names.ts';
import { CubicSpline } from '../signal/cubic-spline.ts';
import { middle, subtract } from '../signal/elementwise.ts';
import { midHip } from '../tracks/mid-hip.ts';
import { paired } from '../tracks/raw-points.ts';
import type { Track, Tracks } from '../tracks/tracks.ts';

/** Samples per second of the splines that events are read from: straight between two of them, a foot's path errs by a fifth of a millimetre. */
export const denseHz = 250;

/** One leg between the frames: pixels and pixels per second, x forward along the facing, y up. NaN where unknown. */
export interface LegPath {
  /** Evenly spaced, seconds. */
  readonly timesS: Float64Array;
  /** Where the middle of the hips is, and its speed in the picture. */
  readonly hipPx: Float64Array;
  readonly hipVx: Float64Array;
  /** Foot ahead of the middle of the hips. */
  readonly aheadPx: Float64Array;
  /** Forward: the foot's centre. Of foot and toe the ankle takes the place where feet are not seen. */
  readonly footPx: CubicSpline;
  readonly ankle: Place;
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
    const [heelTrack, toeTrack] = [tracks.points[paired(side, 'heel')], tracks.points[paired(side, 'toe')]];
    const ankle = placeOf(tracks, tracks.points[paired(side, 'ankle')]);
    const footPx = tracks.hasFeet ? forwardOf(tracks, heelTrack, toeTrack) : ankle.forwardPx;
    const aheadPx = footPx.values(timesS);
    subtract(aheadPx, hipPx);
    return { timesS, hipPx, hipVx, aheadPx, footPx, ankle, toe: tracks.hasFeet ? placeOf(tracks, toeTrack) : ankle };
  };
  return { left: legPath('left'), right: legPath('right') };
}

type TimedTracks = Pick<Tracks, 'timesS' | 'facing'>;

/** Splines of one point's track. */
export const placeOf = (tracks: TimedTracks, track: Track): Place => ({
  forwardPx: forwardOf(tracks, track, track),
  upPx: upOf(tracks, track),
});

/** Height of one point. */
export const upOf = ({ timesS }: TimedTracks, { yPx }: Track): CubicSpline =>
  new CubicSpline(timesS, middle(yPx, yPx, -1));

/** The middle of two points, forward. */
const forwardOf = ({ timesS, facing }: TimedTracks, a: Track, b: Track): CubicSpline =>
  new CubicSpline(timesS, middle(a.xPx, b.xPx, facing));
