import type { Crop } from '../crop.ts';
import { cocoKeypointNames, keypointIndex } from '../keypoint-names.ts';
import type { Keypoints } from '../keypoint-network.ts';

/** Score from which a keypoint counts as seen (MoveNet's published tracking rule). */
const usualLeastScore = 0.2;
/** The crop's half side is the larger of these multiples of the torso's and the whole body's reach from the hips. */
const torsoReaches = 1.9;
const bodyReaches = 1.2;

const torso = (['left_shoulder', 'right_shoulder', 'left_hip', 'right_hip'] as const).map(
  (name) => keypointIndex[name],
);
const [leftShoulder, rightShoulder, leftHip, rightHip] = torso;

/** Whether a hip and a shoulder are seen, without which there is no body to follow. */
export function seesTorso({ score }: Keypoints, leastScore = usualLeastScore): boolean {
  const hip = Math.max(score[leftHip], score[rightHip]) > leastScore;
  return hip && Math.max(score[leftShoulder], score[rightShoulder]) > leastScore;
}

/**
 * The upright square about the hips from which MoveNet should read the next picture (TensorFlow's MoveNet tutorial, 2021). Points
 * that are not given do not count; without any hip the square's numbers are NaN.
 */
export function torsoCrop(keypoints: Keypoints, leastScore = usualLeastScore): Crop {
  const { xPx, yPx, score } = keypoints;
  const centreXPx = middle(xPx[leftHip], xPx[rightHip]);
  const centreYPx = middle(yPx[leftHip], yPx[rightHip]);
  let halfSidePx = 0;
  const reachOut = (k: number, times: number) => {
    const reachPx = Math.max(Math.abs(xPx[k] - centreXPx), Math.abs(yPx[k] - centreYPx));
    if (reachPx * times > halfSidePx) halfSidePx = reachPx * times;
  };
  for (const k of torso) reachOut(k, torsoReaches);
  for (let k = 0; k < cocoKeypointNames.length; k++) {
    if (score[k] > leastScore) reachOut(k, bodyReaches);
  }
  return { centreXPx, centreYPx, sidePx: 2 * halfSidePx, rotationRad: 0 };
}

/** The middle of two places, or the one that is given. */
function middle(a: number, b: number): number {
  if (Number.isNaN(a)) return b;
  return Number.isNaN(b) ? a : (a + b) / 2;
}
