import type { PoseSequence } from '../../engine/pose/pose-sequence.ts';

/** The same people in a picture that was turned so far. */
export function turnedPoses(pose: PoseSequence, degrees: 90 | 180 | 270): PoseSequence {
  const { widthPx, heightPx, xPx, yPx } = pose;
  const right = xPx.map((x) => widthPx - x);
  const low = yPx.map((y) => heightPx - y);
  if (degrees === 180) return { ...pose, xPx: right, yPx: low };
  const size = { widthPx: heightPx, heightPx: widthPx };
  return degrees === 90 ? { ...pose, ...size, xPx: low, yPx: xPx } : { ...pose, ...size, xPx: yPx, yPx: right };
}
