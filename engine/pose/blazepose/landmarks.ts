import { bodyCrop } from '../blazepose-detector/person.ts';
import { type Crop, toPictureX, toPictureY } from '../crop.ts';
import { type KeypointName, keypointNames } from '../keypoint-names.ts';
import type { Keypoints } from '../keypoint-network.ts';
import { climbHeatmap, type HeatmapClimb, type HeatmapPeak } from './heatmap.ts';

/** Values a landmark has in the network's output: x, y, z in input pixels, then the logits of visibility and presence. */
const valuesPerLandmark = 5;
const landmarkCount = 39;
const heatmapSide = 64;

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

/** What BlazePose says of a crop. */
export interface BlazePoseOutput {
  /** `39 x 5`, x and y in pixels of the input. */
  readonly landmarks: Float32Array;
  /** Logits, `heatmapSide x heatmapSide x 39`. */
  readonly heatmap: Float32Array;
  readonly inputSidePx: number;
}

/**
 * Reads the keypoints of a crop. The place is the landmark's, moved to the heatmap's peak near it. The score is the landmark's
 * visibility times the height of that peak: visibility alone tells little of whether a foot is where it is said to be.
 */
export function readLandmarks(
  { landmarks, heatmap, inputSidePx }: BlazePoseOutput,
  crop: Crop,
  keypoints: Keypoints,
  climb?: HeatmapClimb,
): void {
  const peak: HeatmapPeak = { u: 0, v: 0, confidence: 0 };
  for (let k = 0; k < landmarkRows.length; k++) {
    const row = landmarkRows[k];
    const at = row * valuesPerLandmark;
    peak.u = landmarks[at] / inputSidePx;
    peak.v = landmarks[at + 1] / inputSidePx;
    climbHeatmap(heatmap, heatmapSide, landmarkCount, row, peak, climb);
    keypoints.xPx[k] = toPictureX(crop, peak.u, peak.v);
    keypoints.yPx[k] = toPictureY(crop, peak.u, peak.v);
    keypoints.score[k] = sigmoid(landmarks[at + 3]) * peak.confidence;
  }
}

/** The square around the body as the landmark output places it. */
export function landmarkCrop({ landmarks, inputSidePx }: BlazePoseOutput, crop: Crop): Crop {
  const u = (row: number) => landmarks[row * valuesPerLandmark] / inputSidePx;
  const v = (row: number) => landmarks[row * valuesPerLandmark + 1] / inputSidePx;
  return bodyCrop(
    toPictureX(crop, u(hipCentreRow), v(hipCentreRow)),
    toPictureY(crop, u(hipCentreRow), v(hipCentreRow)),
    toPictureX(crop, u(bodyCircleRow), v(bodyCircleRow)),
    toPictureY(crop, u(bodyCircleRow), v(bodyCircleRow)),
  );
}
