import type { KeypointName, Side } from '../pose/keypoint-names.ts';
import type { Track, Tracks } from '../tracks/tracks.ts';

/** An angle in each frame, degrees; NaN where a point is missing. */
export type AngleSeries = Float64Array;

const degrees = 180 / Math.PI;

/** Brings an angle to (-180, 180]. */
const wrapped = (angleDeg: number): number => angleDeg - 360 * Math.ceil((angleDeg - 180) / 360);

/**
 * Direction from one point to another in the runner's own plane: 0 forward, 90 up, whichever way the runner faces.
 * Degrees in (-180, 180].
 */
export function directionSeries(tracks: Tracks, from: Track, to: Track): AngleSeries {
  return from.xPx.map((x, i) => {
    const forward = tracks.facing * (to.xPx[i] - x);
    const up = from.yPx[i] - to.yPx[i];
    return Math.atan2(up, forward) * degrees;
  });
}

/** One series less another, brought to (-180, 180]. */
export const differenceSeries = (a: AngleSeries, b: AngleSeries): AngleSeries =>
  a.map((value, i) => wrapped(value - b[i]));

/** Middle of left and right of a part, as a track. */
export function middleTrack(tracks: Tracks, left: KeypointName, right: KeypointName): Track {
  const a = tracks.points[left];
  const b = tracks.points[right];
  return {
    xPx: a.xPx.map((x, i) => (x + b.xPx[i]) / 2),
    yPx: a.yPx.map((y, i) => (y + b.yPx[i]) / 2),
    seen: a.seen.map((seen, i) => seen & b.seen[i]),
  };
}

/** A side's point. */
export const pointOf = (
  tracks: Tracks,
  side: Side,
  part: 'shoulder' | 'elbow' | 'wrist' | 'hip' | 'knee' | 'ankle' | 'heel' | 'toe',
): Track => tracks.points[`${side}_${part}`];
