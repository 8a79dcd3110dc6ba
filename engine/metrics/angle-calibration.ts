import type { PoseNetwork } from '../pose/custom/network-choice.ts';
import type { Joint } from './side-view-metrics.ts';

/** How a network draws a joint: flexion = gain * drawn + offset, degrees. */
export interface JointCalibration {
  readonly gain: number;
  readonly offsetDeg: number;
  /** Standard uncertainty that remains, beyond the strides' scatter. */
  readonly uncertaintyDeg: number;
}

/** What remains to be known of every angle. Standard uncertainties beyond the strides' scatter, degrees. */
export interface AngleCalibration {
  readonly joints: Readonly<Record<Joint, JointCalibration>>;
  readonly trunkDeg: number;
  readonly shankDeg: number;
  /** Foot at touchdown against the foot lying flat. */
  readonly footDeg: number;
  readonly headDeg: number;
  /** Climb of the line from ear to eye with the head held level. */
  readonly earEyeLineDeg: number;
}

/** Of a head whose Frankfurt plane is level (Jampel and Shi 1992). */
const anatomicalEarEyeLineDeg = 11;

const asDrawn = (uncertaintyDeg: number): JointCalibration => ({ gain: 1, offsetDeg: 0, uncertaintyDeg });

/** Keypoints that lie where motion-capture markers would. */
export const markerAngles: AngleCalibration = {
  joints: { ankle: asDrawn(2), knee: asDrawn(2), hip: asDrawn(2), shoulder: asDrawn(3), elbow: asDrawn(3) },
  trunkDeg: 1,
  shankDeg: 1,
  footDeg: 2.5,
  headDeg: 4,
  earEyeLineDeg: anatomicalEarEyeLineDeg,
};

/**
 * BlazePose draws the knee's bend an eighth too small and the elbow 11 degrees too straight; its ankle and foot hardly
 * follow the truth;
 * its line from ear to eye climbs by 5 degrees on a level head. Gain and offset: near leg and arm of two rendered clips
 * (1.9 m/s at 30, 3.1 m/s at 60 frames per second); the uncertainties are what two more clips and the far leg showed to
 * remain. All of it is BlazePose full's; lite and heavy are taken to draw alike, which was not measured.
 */
const blazePose: AngleCalibration = {
  joints: {
    ankle: asDrawn(12),
    knee: { gain: 1 / 0.88, offsetDeg: 0, uncertaintyDeg: 5 },
    hip: asDrawn(4),
    shoulder: asDrawn(8),
    elbow: { gain: 1, offsetDeg: 11, uncertaintyDeg: 14 },
  },
  trunkDeg: 2,
  shankDeg: 3,
  footDeg: 12,
  headDeg: 6,
  earEyeLineDeg: 5,
};

/**
 * MoveNet's knee and shank follow the truth within 3 degrees on the near leg and 6 on the far one; its hips lie back, so
 * that the hip looks more bent. Same two clips, same two others for what remains. It sees no foot.
 */
const thunder: AngleCalibration = {
  joints: {
    ankle: asDrawn(12),
    knee: asDrawn(3),
    hip: { gain: 1, offsetDeg: -4.5, uncertaintyDeg: 3 },
    shoulder: asDrawn(8),
    elbow: { gain: 1, offsetDeg: 4.5, uncertaintyDeg: 6 },
  },
  trunkDeg: 3,
  shankDeg: 2,
  footDeg: 12,
  headDeg: 8,
  earEyeLineDeg: anatomicalEarEyeLineDeg,
};

const lightning: AngleCalibration = {
  ...thunder,
  joints: {
    ...thunder.joints,
    knee: asDrawn(4),
    hip: { gain: 1, offsetDeg: -2.5, uncertaintyDeg: 4 },
    elbow: { gain: 1, offsetDeg: 2, uncertaintyDeg: 6 },
  },
  shankDeg: 3,
};

/**
 * A network that nobody has measured here is taken as it draws. Each uncertainty joins (root of the sum of squares) the
 * largest correction that a known network needs with the largest uncertainty that remains of one.
 */
const custom: AngleCalibration = {
  joints: { ankle: asDrawn(12), knee: asDrawn(8), hip: asDrawn(6), shoulder: asDrawn(8), elbow: asDrawn(18) },
  trunkDeg: 3,
  shankDeg: 3,
  footDeg: 12,
  headDeg: 10,
  earEyeLineDeg: anatomicalEarEyeLineDeg,
};

/** One row per network. */
export const angleCalibration: Readonly<Record<PoseNetwork, AngleCalibration>> = {
  'blazepose-full': blazePose,
  'blazepose-lite': blazePose,
  'blazepose-heavy': blazePose,
  'movenet-lightning': lightning,
  'movenet-thunder': thunder,
  custom,
};
