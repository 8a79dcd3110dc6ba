import { bodyCrop } from '../blazepose-detector/person.ts';
import { type Crop, toPictureX, toPictureY } from '../crop.ts';
import { keypointNames } from '../keypoint-names.ts';
import type { Keypoints } from '../keypoint-network.ts';
import { sigmoid } from '../sigmoid.ts';
import { climbHeatmap, type HeatmapClimb, type HeatmapPeak } from './heatmap.ts';

/** Values a point has in the network's output: x, y in input pixels, then the logit of its visibility. */
const valuesPerPoint = 3;
const heatmapSide = 64;

/** Two further points say where the body is: the middle of the hips, and a point of the circle that holds the body. */
const hipCentre = keypointNames.length;
const bodyEdge = hipCentre + 1;

/** What BlazePose says of a crop. */
export interface BlazePoseOutput {
  /** `23 x 3`: the keypoints and two points of the body, x and y in pixels of the input. */
  readonly landmarks: Float32Array;
  /** Logits, `heatmapSide x heatmapSide x 21`. */
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
  for (let k = 0; k < keypointNames.length; k++) {
    const at = k * valuesPerPoint;
    peak.u = landmarks[at] / inputSidePx;
    peak.v = landmarks[at + 1] / inputSidePx;
    climbHeatmap(heatmap, heatmapSide, keypointNames.length, k, peak, climb);
    keypoints.xPx[k] = toPictureX(crop, peak.u, peak.v);
    keypoints.yPx[k] = toPictureY(crop, peak.u, peak.v);
    keypoints.score[k] = sigmoid(landmarks[at + 2]) * peak.confidence;
  }
}

/** The square around the body as the landmark output places it. */
export function landmarkCrop({ landmarks, inputSidePx }: BlazePoseOutput, crop: Crop): Crop {
  const u = (point: number) => landmarks[point * valuesPerPoint] / inputSidePx;
  const v = (point: number) => landmarks[point * valuesPerPoint + 1] / inputSidePx;
  return bodyCrop(
    toPictureX(crop, u(hipCentre), v(hipCentre)),
    toPictureY(crop, u(hipCentre), v(hipCentre)),
    toPictureX(crop, u(bodyEdge), v(bodyEdge)),
    toPictureY(crop, u(bodyEdge), v(bodyEdge)),
  );
}
