import type { ModelSpec, SourceFile } from './model-spec.ts';

const mediapipe = {
  package: { name: '@mediapipe/pose', version: '0.5.1675469404' },
  format: 'tflite',
  licence: 'Apache-2.0',
  author: 'Google (MediaPipe)',
  reference: 'Bazarevsky et al. 2020, BlazePose: On-device Real-time Body Pose Tracking, arXiv:2006.10204',
} as const;

/** BlazePose's 33 landmarks, then six auxiliary points. The first two of those span the next frame's crop. */
const landmarkNames = [
  ...['nose', 'left_eye_inner', 'left_eye', 'left_eye_outer', 'right_eye_inner', 'right_eye', 'right_eye_outer'],
  ...['left_ear', 'right_ear', 'mouth_left', 'mouth_right', 'left_shoulder', 'right_shoulder'],
  ...['left_elbow', 'right_elbow', 'left_wrist', 'right_wrist', 'left_pinky', 'right_pinky'],
  ...['left_index', 'right_index', 'left_thumb', 'right_thumb', 'left_hip', 'right_hip', 'left_knee', 'right_knee'],
  ...['left_ankle', 'right_ankle', 'left_heel', 'right_heel', 'left_foot_index', 'right_foot_index'],
  ...['crop_centre', 'crop_edge', 'auxiliary_2', 'auxiliary_3', 'auxiliary_4', 'auxiliary_5'],
] as const;

/** A BlazePose landmark network; the three sizes differ in depth and width alone. */
export const blazePoseSpec = (size: string, file: SourceFile, goodFor: string): ModelSpec => ({
  ...mediapipe,
  title: `BlazePose ${size}`,
  files: [file],
  input: { name: 'image', shape: [1, 256, 256, 3], range: [0, 1] },
  outputs: [
    {
      name: 'landmarks',
      source: 'Identity',
      shape: [1, 195],
      meaning: '39 points of (x px, y px, z px, visibility logit, presence logit) in the 256 px crop',
    },
    { name: 'presence', source: 'Identity_1', shape: [1, 1], meaning: 'probability that a person is in the crop' },
    {
      name: 'heatmap',
      source: 'Identity_3',
      shape: [1, 64, 64, 39],
      meaning: 'logit that a point lies there, by row, column and point',
    },
  ],
  keypoints: landmarkNames,
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
