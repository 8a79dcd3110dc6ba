/** The side of the runner's own body. */
export type Side = 'left' | 'right';

export const otherSide = (side: Side): Side => (side === 'left' ? 'right' : 'left');

/** Keypoints that every network here gives (COCO's seventeen). */
export const cocoKeypointNames = [
  'nose',
  'left_eye',
  'right_eye',
  'left_ear',
  'right_ear',
  'left_shoulder',
  'right_shoulder',
  'left_elbow',
  'right_elbow',
  'left_wrist',
  'right_wrist',
  'left_hip',
  'right_hip',
  'left_knee',
  'right_knee',
  'left_ankle',
  'right_ankle',
] as const;

/** Keypoints of the foot, which only some networks give. `toe` is BlazePose's foot index. */
export const footKeypointNames = ['left_heel', 'right_heel', 'left_toe', 'right_toe'] as const;

/** The names that everything after the network works with. A network's further points (fingers, lips) are dropped. */
export const keypointNames = [...cocoKeypointNames, ...footKeypointNames] as const;

export type KeypointName = (typeof keypointNames)[number];

/** Index of each name in {@link keypointNames}; rows of every pose array follow this order. */
export const keypointIndex = Object.fromEntries(keypointNames.map((name, index) => [name, index])) as Readonly<
  Record<KeypointName, number>
>;
