import type { Tracks } from './tracks.ts';

/**
 * Whether whoever is seen lies on their side or is upside down in most of the frames: the hips are not further below the
 * shoulders than they are beside them. Pose networks find people in clips that are turned, and draw them as they are seen.
 */
export function isTurned({ points }: Pick<Tracks, 'points'>): boolean {
  const { left_hip: leftHip, right_hip: rightHip, left_shoulder: leftShoulder, right_shoulder: rightShoulder } = points;
  let known = 0;
  let turned = 0;
  for (let frame = 0; frame < leftHip.xPx.length; frame++) {
    const down = middleOf(leftHip.yPx, rightHip.yPx, frame) - middleOf(leftShoulder.yPx, rightShoulder.yPx, frame);
    const across = middleOf(leftHip.xPx, rightHip.xPx, frame) - middleOf(leftShoulder.xPx, rightShoulder.xPx, frame);
    const beside = Math.abs(across);
    if (Number.isNaN(down + beside)) continue;
    known++;
    if (down < beside) turned++;
  }
  return turned > known / 2;
}

const middleOf = (a: Float64Array, b: Float64Array, frame: number): number => (a[frame] + b[frame]) / 2;
