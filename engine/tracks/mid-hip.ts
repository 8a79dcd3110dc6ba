import { middle } from '../signal/elementwise.ts';
import type { Tracks } from './tracks.ts';

/** Middle of the hips over the frames, pixels: x forward along the facing, y up. */
export function midHip(tracks: Tracks): { forwardPx: Float64Array; upPx: Float64Array } {
  const { left_hip: left, right_hip: right } = tracks.points;
  return {
    forwardPx: middle(left.xPx, right.xPx, tracks.facing),
    upPx: middle(left.yPx, right.yPx, -1),
  };
}
