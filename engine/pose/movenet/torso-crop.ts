import type { Crop } from '../crop.ts';
import { cocoKeypointNames, keypointIndex } from '../keypoint-names.ts';
import type { Keypoints } from '../keypoint-network.ts';

/** Score from which a keypoint counts as seen (MoveNet's published tracking rule). */
const leastScore = 0.2;
/** The crop's half side is the larger of these multiples of the torso's and the whole body's reach from the hips. */
const torsoReaches = 1.9;
const bodyReaches = 1.2;

const torso = (['left_shoulder', 'right_shoulder', 'left_hip', 'right_hip'] as const).map(
  (name) => keypointIndex[name],
);
const [leftShoulder, rightShoulder, leftHip, rightHip] = torso;

/** Whether a hip and a shoulder are seen, without which there is no body to follow. */
export function seesTorso({ score }: Keypoints): boolean {
  const hip = Math.max(score[leftHip], score[rightHip]) > leastScore;
  return hip && Math.max(score[leftShoulder], score[rightShoulder]) > leastScore;
}

/** The upright square about the hips from which MoveNet should read the next picture (TensorFlow's MoveNet tutorial, 2021). */
export function torsoCrop(keypoints: Keypoints): Crop {
  const { xPx, yPx, score } = keypoints;
  const centreXPx = (xPx[leftHip] + xPx[rightHip]) / 2;
  const centreYPx = (yPx[leftHip] + yPx[rightHip]) / 2;
  const reach = (k: number) => Math.max(Math.abs(xPx[k] - centreXPx), Math.abs(yPx[k] - centreYPx));
  let halfSidePx = 0;
  for (const k of torso) halfSidePx = Math.max(halfSidePx, reach(k) * torsoReaches);
  for (let k = 0; k < cocoKeypointNames.length; k++) {
    if (score[k] > leastScore) halfSidePx = Math.max(halfSidePx, reach(k) * bodyReaches);
  }
  return { centreXPx, centreYPx, sidePx: 2 * halfSidePx, rotationRad: 0 };
}
