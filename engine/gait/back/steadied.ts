import { type KeypointName, keypointNames } from '../../pose/keypoint-names.ts';
import { middle } from '../../signal/elementwise.ts';
import { robustLine } from '../../signal/robust-line.ts';
import { median } from '../../signal/robust-statistics.ts';
import type { Track, Tracks } from '../../tracks/tracks.ts';
import type { BodyScale } from './body-scale.ts';

/**
 * The tracks of a runner who grows or shrinks in the picture as if he stayed at one distance: what is level lies on lines through the
 * vanishing point, which is fitted from the hips' way, and sizes are taken back to the clip's middle. The same tracks where the size
 * does not change.
 */
export function steadied(tracks: Tracks, scale: BodyScale): Tracks {
  if (scale.growth === 1) return tracks;
  const { left_hip: left, right_hip: right } = tracks.points;
  const usual = median(scale.trunkPx);
  const centreX = vanishing(middle(left.xPx, right.xPx), scale.trunkPx);
  const centreY = vanishing(middle(left.yPx, right.yPx), scale.trunkPx);
  const steady = ({ xPx, yPx, seen }: Track): Track => ({
    xPx: xPx.map((x, i) => centreX + ((x - centreX) * usual) / scale.trunkPx[i]),
    yPx: yPx.map((y, i) => centreY + ((y - centreY) * usual) / scale.trunkPx[i]),
    seen,
  });
  const points = Object.fromEntries(keypointNames.map((name) => [name, steady(tracks.points[name])]));
  return { ...tracks, points: points as Record<KeypointName, Track> };
}

/** Where a coordinate that moves in proportion to the size would be at size zero. */
function vanishing(coordinate: Float64Array, size: Float64Array): number {
  const line = robustLine(size, coordinate);
  return line === null ? 0 : line.level - line.slope * line.centre;
}
