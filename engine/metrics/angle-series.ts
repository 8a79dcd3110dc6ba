import type { KeypointName, Side } from '../pose/keypoint-names.ts';
import { middle } from '../signal/elementwise.ts';
import { paired } from '../tracks/raw-points.ts';
import type { Track, Tracks } from '../tracks/tracks.ts';

/** An angle in each frame, degrees; NaN where a point is missing. */
export type AngleSeries = Float64Array;

const degrees = 180 / Math.PI;

/** A point over the frames. */
type Point = Pick<Track, 'xPx' | 'yPx'>;

/** From one point to another. */
export type Segment = readonly [from: Point, to: Point];

/**
 * Direction from one point to another in the runner's own plane: 0 forward, 90 up, whichever way the runner faces.
 * Degrees in (-180, 180].
 */
export function directionSeries(tracks: Tracks, from: Point, to: Point): AngleSeries {
  const directions = new Float64Array(from.xPx.length);
  for (let i = 0; i < directions.length; i++) {
    const forward = tracks.facing * (to.xPx[i] - from.xPx[i]);
    const up = from.yPx[i] - to.yPx[i];
    directions[i] = Math.atan2(up, forward) * degrees;
  }
  return directions;
}

/** Direction of one segment less that of another, in the runner's own plane, degrees in (-180, 180]. */
export function angleBetween(tracks: Tracks, a: Segment, b: Segment): AngleSeries {
  const [aFrom, aTo] = a;
  const [bFrom, bTo] = b;
  const angles = new Float64Array(aFrom.xPx.length);
  for (let i = 0; i < angles.length; i++) {
    const aForward = tracks.facing * (aTo.xPx[i] - aFrom.xPx[i]);
    const aUp = aFrom.yPx[i] - aTo.yPx[i];
    const bForward = tracks.facing * (bTo.xPx[i] - bFrom.xPx[i]);
    const bUp = bFrom.yPx[i] - bTo.yPx[i];
    angles[i] = Math.atan2(aUp * bForward - aForward * bUp, aForward * bForward + aUp * bUp) * degrees;
  }
  return angles;
}

/** Adds `offsetDeg` to each angle, in place. @returns The same angles. */
export function shift(angles: AngleSeries, offsetDeg: number): AngleSeries {
  for (let i = 0; i < angles.length; i++) angles[i] = angles[i] + offsetDeg;
  return angles;
}

/** Middle of left and right of a part. */
export function middleTrack(tracks: Tracks, left: KeypointName, right: KeypointName): Point {
  const a = tracks.points[left];
  const b = tracks.points[right];
  return { xPx: middle(a.xPx, b.xPx), yPx: middle(a.yPx, b.yPx) };
}

/** A side's point. */
export const pointOf = (
  tracks: Tracks,
  side: Side,
  part: 'shoulder' | 'elbow' | 'wrist' | 'hip' | 'knee' | 'ankle' | 'heel' | 'toe',
): Track => tracks.points[paired(side, part)];
