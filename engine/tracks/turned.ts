import { middle } from '../signal/elementwise.ts';
import type { Tracks } from './tracks.ts';

/**
 * Whether whoever is seen lies or stands on the head in most of the frames: the hips are not further below the shoulders than they are
 * beside them. Pose networks find people in clips that are turned, and draw them as they are seen.
 */
export function isTurned({ points }: Pick<Tracks, 'points'>): boolean {
  const at = (part: 'hip' | 'shoulder', axis: 'xPx' | 'yPx'): Float64Array =>
    middle(points[`left_${part}`][axis], points[`right_${part}`][axis]);
  const [hipX, hipY, shoulderX, shoulderY] = [
    at('hip', 'xPx'),
    at('hip', 'yPx'),
    at('shoulder', 'xPx'),
    at('shoulder', 'yPx'),
  ];
  let known = 0;
  let turned = 0;
  for (let frame = 0; frame < hipX.length; frame++) {
    const down = hipY[frame] - shoulderY[frame];
    const beside = Math.abs(hipX[frame] - shoulderX[frame]);
    if (Number.isNaN(down + beside)) continue;
    known++;
    if (down < beside) turned++;
  }
  return turned > known / 2;
}
