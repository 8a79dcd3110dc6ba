import type { Side } from '../pose/keypoint-names.ts';
import type { Tracks } from '../tracks/tracks.ts';
import type { AngleSeries } from './angle-series.ts';

const degrees = 180 / Math.PI;

/** A leg's segment against the vertical in the picture, degrees, positive: its lower end towards the body's midline. */
export function inwardLean(
  { points }: Pick<Tracks, 'points'>,
  side: Side,
  [upper, lower]: readonly ['hip', 'knee'] | readonly ['knee', 'ankle'],
): AngleSeries {
  const [from, to] = [points[`${side}_${upper}`], points[`${side}_${lower}`]];
  const sign = side === 'left' ? 1 : -1;
  return from.xPx.map((x, i) => degrees * Math.atan2(sign * (to.xPx[i] - x), to.yPx[i] - from.yPx[i]));
}
