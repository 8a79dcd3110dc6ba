import { type KeypointName, keypointNames } from '../engine/pose/keypoint-names.ts';
import type { ModelSpec, SourceFile } from './model-spec.ts';

const mediapipe = {
  package: { name: '@mediapipe/pose', version: '0.5.1675469404' },
  format: 'tflite',
  licence: 'Apache-2.0',
  author: 'Google (MediaPipe)',
  reference: 'Bazarevsky et al. 2020, BlazePose: On-device Real-time Body Pose Tracking, arXiv:2006.10204',
} as const;

/** BlazePose's row for each point that is kept, of its 33 landmarks and 6 auxiliary points (Bazarevsky et al. 2020). */
const rowOf = {
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
} as const satisfies Record<KeypointName, number>;
const keypointRows = keypointNames.map((name) => rowOf[name]);

/** Two further points say where the body is: the middle of the hips, and a point of the circle that holds the body. */
const bodyRows = [33, 34];
/** Of x, y, z, visibility and presence. */
const keptValues = [0, 1, 3];

/** A BlazePose landmark network; the three sizes differ in depth and width alone. */
export const blazePoseSpec = (
  size: string,
  file: SourceFile,
  goodFor: string,
  int8Ranges?: readonly number[],
): ModelSpec => ({
  ...mediapipe,
  title: `BlazePose ${size}`,
  files: [file],
  input: { name: 'image', shape: [1, 256, 256, 3], range: [0, 1] },
  outputs: [
    {
      name: 'landmarks',
      source: 'Identity',
      channels: [...keypointRows, ...bodyRows].flatMap((row) => keptValues.map((value) => 5 * row + value)),
      shape: [1, 69],
      meaning: '23 points of (x px, y px, visibility logit) in the 256 px crop',
    },
    { name: 'presence', source: 'Identity_1', shape: [1, 1], meaning: 'probability that a person is in the crop' },
    {
      name: 'heatmap',
      source: 'Identity_3',
      channels: keypointRows,
      shape: [1, 64, 64, 21],
      meaning: 'logit that a point lies there, by row, column and point; the last two points have none',
    },
  ],
  keypoints: [...keypointNames, 'hip_centre', 'body_edge'],
  ...(int8Ranges === undefined ? {} : { int8Ranges }),
  goodFor,
});

/** The detector that finds the person for BlazePose's crop. It takes the whole picture, letterboxed to a square. */
export const blazePoseDetectorSpec: ModelSpec = {
  ...mediapipe,
  title: 'BlazePose person detector',
  files: [
    {
      path: 'pose_solution_packed_assets.data',
      sha256: 'a63c614bef30d35947f13be361820b1e4e3bec9cfeebf4d11216a18373108e85',
      byteLength: 2_962_288,
    },
  ],
  input: { name: 'image', shape: [1, 224, 224, 3], range: [-1, 1] },
  outputs: [
    {
      name: 'boxes',
      source: 'Identity',
      shape: [1, 2254, 12],
      meaning: 'per anchor: face box (x, y, width, height), then four points (x, y), px of 224 relative to the anchor',
    },
    { name: 'scores', source: 'Identity_1', shape: [1, 2254, 1], meaning: 'per anchor: logit that a person is there' },
  ],
  keypoints: ['hip_centre', 'whole_body_edge', 'shoulder_centre', 'upper_body_edge'],
  goodFor: 'finding the runner in the first frame and whenever the track is lost',
};
