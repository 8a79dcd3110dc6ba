import { bodyCrop } from '../blazepose-detector/person.ts';
import { type Crop, toPictureX, toPictureY } from '../crop.ts';
import { type KeypointName, keypointNames } from '../keypoint-names.ts';
import type { Keypoints } from '../keypoint-network.ts';

/** Values a landmark has in the network's output: x, y, z in input pixels, then the logits of visibility and presence. */
const valuesPerLandmark = 5;

/** Row of each keypoint among BlazePose's 33 landmarks (Bazarevsky et al. 2020). */
const landmarkOf: Readonly<Record<KeypointName, number>> = {
  nose: 0,
  left_eye: 2,
  right_eye: 5,
  left_ear: 7,
  right_ear: 8,
  left_shoulder: 11,
  right_shoulder: 12,
  left_elbow: 13,
  right_elbow: 14,
  left_wrist: 15,
  right_wrist: 16,
  left_hip: 23,
  right_hip: 24,
  left_knee: 25,
  right_knee: 26,
  left_ankle: 27,
  right_ankle: 28,
  left_heel: 29,
  right_heel: 30,
  left_toe: 31,
  right_toe: 32,
};
const landmarkRows = keypointNames.map((name) => landmarkOf[name]);

/** Two further rows say where the body is: the middle of the hips, and a point of the circle that holds the body. */
const hipCentreRow = 33;
const bodyCircleRow = 34;

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** Reads the keypoints off the landmark output of a `crop` that was shown at `inputSidePx`; the score is the visibility. */
export function readLandmarks(landmarks: Float32Array, crop: Crop, inputSidePx: number, keypoints: Keypoints): void {
  for (let k = 0; k < landmarkRows.length; k++) {
    const at = landmarkRows[k] * valuesPerLandmark;
    const u = landmarks[at] / inputSidePx;
    const v = landmarks[at + 1] / inputSidePx;
    keypoints.xPx[k] = toPictureX(crop, u, v);
    keypoints.yPx[k] = toPictureY(crop, u, v);
    keypoints.score[k] = sigmoid(landmarks[at + 3]);
  }
}

/** The square around the body as the landmark output places it. */
export function landmarkCrop(landmarks: Float32Array, crop: Crop, inputSidePx: number): Crop {
  const u = (row: number) => landmarks[row * valuesPerLandmark] / inputSidePx;
  const v = (row: number) => landmarks[row * valuesPerLandmark + 1] / inputSidePx;
  return bodyCrop(
    toPictureX(crop, u(hipCentreRow), v(hipCentreRow)),
    toPictureY(crop, u(hipCentreRow), v(hipCentreRow)),
    toPictureX(crop, u(bodyCircleRow), v(bodyCircleRow)),
    toPictureY(crop, u(bodyCircleRow), v(bodyCircleRow)),
  );
}
