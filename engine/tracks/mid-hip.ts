import type { Tracks } from './tracks.ts';

/** Middle of the hips over the frames, pixels: x forward along the facing, y up. */
export function midHip(tracks: Tracks): { forwardPx: Float64Array; upPx: Float64Array } {
  const { left_hip: left, right_hip: right } = tracks.points;
  return {
    forwardPx: left.xPx.map((x, i) => (tracks.facing * (x + right.xPx[i])) / 2),
    upPx: left.yPx.map((y, i) => -(y + right.yPx[i]) / 2),
  };
}
