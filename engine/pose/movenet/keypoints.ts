import { type Crop, toPictureX, toPictureY } from '../crop.ts';
import { cocoKeypointNames } from '../keypoint-names.ts';
import type { Keypoints } from '../keypoint-network.ts';

/** Reads the keypoints off MoveNet's output, `17 x (y, x, score)` as shares of the crop; the foot's points stay empty. */
export function readMoveNet(output: Float32Array, crop: Crop, keypoints: Keypoints): void {
  keypoints.xPx.fill(Number.NaN);
  keypoints.yPx.fill(Number.NaN);
  keypoints.score.fill(0);
  for (let k = 0; k < cocoKeypointNames.length; k++) {
    const v = output[k * 3];
    const u = output[k * 3 + 1];
    keypoints.xPx[k] = toPictureX(crop, u, v);
    keypoints.yPx[k] = toPictureY(crop, u, v);
    keypoints.score[k] = output[k * 3 + 2];
  }
}
