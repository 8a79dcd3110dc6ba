import type { KeypointName, Side } from '../pose/keypoint-names.ts';
import { middle } from '../signal/elementwise.ts';
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
  const directions = new Float64Array(from.xPx.length);
  for (let i = 0; i < directions.length; i++) {
    const forward = tracks.facing * (to.xPx[i] - from.xPx[i]);
    const up = from.yPx[i] - to.yPx[i];
    directions[i] = Math.atan2(up, forward) * degrees;
  }
  return directions;
}

/** One series less another, brought to (-180, 180]. */
export function differenceSeries(a: AngleSeries, b: AngleSeries): AngleSeries {
  const result = new Float64Array(a.length);
  for (let i = 0; i < result.length; i++) result[i] = wrapped(a[i] - b[i]);
  return result;
}

/** Middle of left and right of a part, as a track. */
export function middleTrack(tracks: Tracks, left: KeypointName, right: KeypointName): Track {
  const a = tracks.points[left];
  const b = tracks.points[right];
  return {
    xPx: middle(a.xPx, b.xPx),
    yPx: middle(a.yPx, b.yPx),
    seen: a.seen.map((seen, i) => seen & b.seen[i]),
  };
}

/** A side's point. */
export const pointOf = (
  tracks: Tracks,
  side: Side,
  part: 'shoulder' | 'elbow' | 'wrist' | 'hip' | 'knee' | 'ankle' | 'heel' | 'toe',
): Track => tracks.points[`${side}_${part}`];
