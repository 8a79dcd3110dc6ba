import type { PoseNetwork } from '../pose/custom/network-choice.ts';
import { type DrawnHabit, networkHabit } from './drawn-habit.ts';
import type { Joint } from './side-view-metrics.ts';

/** How a network draws a joint of one side: flexion = drawn + offset, degrees. */
export interface JointCalibration {
  readonly offsetDeg: number;
  /** Standard uncertainty that remains at any moment of the cycle, beyond the strides' scatter. */
  readonly uncertaintyDeg: number;
}

/** The limb on the camera's side, and the one behind the body. */
export interface LimbCalibration {
  readonly near: JointCalibration;
  readonly far: JointCalibration;
}

/** What remains to be known of every angle. Standard uncertainties beyond the strides' scatter, degrees. */
export interface AngleCalibration {
  readonly joints: Readonly<Record<Joint, LimbCalibration>>;
  readonly habit: DrawnHabit;
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

type OffsetAndUncertainty = readonly [offsetDeg: number, uncertaintyDeg: number];

const limb = (near: OffsetAndUncertainty, far: OffsetAndUncertainty): LimbCalibration => ({
  near: { offsetDeg: near[0], uncertaintyDeg: near[1] },
  far: { offsetDeg: far[0], uncertaintyDeg: far[1] },
});

/** No habit that is known. */
const asDrawn = (uncertaintyDeg: number): LimbCalibration => limb([0, uncertaintyDeg], [0, uncertaintyDeg]);

/**
 * Keypoints that lie where motion-capture markers would, on the joints: what filters and perspective leave of the angles. Set with
 * the development half of the synthetic clips of docs/accuracy.md in view, so that nine intervals in ten hold the truth.
 */
export const markerAngles: AngleCalibration = {
  joints: { ankle: asDrawn(1.9), knee: asDrawn(0.9), hip: asDrawn(0.8), shoulder: asDrawn(0.8), elbow: asDrawn(0.5) },
  habit: {},
  trunkDeg: 1,
  shankDeg: 0.8,
  footDeg: 1.1,
  headDeg: 1,
  earEyeLineDeg: anatomicalEarEyeLineDeg,
};

/**
 * Offsets and uncertainties of each network: near and far limbs of the development half of the rendered clips
 * (`bench/accuracy/clips/rendered-configs.ts`: ten clips of four avatars), frame by frame against the avatar's
 * own joints. Offsets are the clips' means, a quarter nearer to none where the painted runner shows none; an
 * uncertainty joins (root of the sum of squares) the offsets' scatter between clips with the curve's own error, that without the habit over the stride taken off. Every gain that was fitted lay
 * within 0.06 of 1 at hip, knee and ankle, so none is applied.
 */
const full: AngleCalibration = {
  joints: {
    ankle: limb([1, 4.5], [2, 6.5]),
    knee: limb([2.5, 4], [5, 6]),
    hip: limb([0, 4.5], [1, 4.5]),
    shoulder: limb([0, 6], [-10, 9]),
    elbow: limb([3, 5], [15, 11]),
  },
  habit: networkHabit,
  trunkDeg: 2,
  shankDeg: 3.5,
  footDeg: 6,
  headDeg: 6,
  earEyeLineDeg: 5,
};

const lite: AngleCalibration = {
  ...full,
  joints: {
    ankle: limb([2.5, 6], [4.5, 9.5]),
    knee: limb([3, 6], [9, 12]),
    hip: limb([0, 5.5], [3, 7.5]),
    shoulder: limb([-1.5, 6], [-15, 15]),
    elbow: limb([5, 6], [20, 16]),
  },
  shankDeg: 5,
  footDeg: 8.5,
};

const heavy: AngleCalibration = {
  ...full,
  joints: {
    ankle: limb([1.5, 4.5], [2, 5]),
    knee: limb([2.5, 4], [3, 4.5]),
    hip: limb([-1, 4], [-1, 4]),
    shoulder: limb([-2, 5], [-15, 9]),
    elbow: limb([4.5, 4.5], [12, 8]),
  },
};

/** MoveNet's hips lie back, so that the hip looks more bent; its far elbow is a guess. It sees no foot. */
const thunder: AngleCalibration = {
  joints: {
    ankle: asDrawn(12),
    knee: limb([-2.5, 3.5], [0, 4.5]),
    hip: limb([-5, 4], [-3, 4]),
    shoulder: limb([-3.5, 7], [-13.5, 9]),
    elbow: limb([3, 5.5], [18, 20]),
  },
  habit: networkHabit,
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
    knee: limb([-1.5, 5], [2.5, 8]),
    hip: limb([-5.5, 5], [-3.5, 6.5]),
    shoulder: limb([-1.5, 6], [-13.5, 10]),
    elbow: limb([1, 5.5], [14, 20]),
  },
  shankDeg: 3,
};

/**
 * A network that nobody has measured here is taken as it draws. Each uncertainty joins (root of the sum of squares) the
 * largest correction that a known network needs with the largest uncertainty that remains of one.
 */
const custom: AngleCalibration = {
  joints: { ankle: asDrawn(12), knee: asDrawn(15), hip: asDrawn(9.5), shoulder: asDrawn(21), elbow: asDrawn(28) },
  habit: {},
  trunkDeg: 3.5,
  shankDeg: 5,
  footDeg: 12,
  headDeg: 10,
  earEyeLineDeg: anatomicalEarEyeLineDeg,
};

/** One row per network. */
export const angleCalibration: Readonly<Record<PoseNetwork, AngleCalibration>> = {
  'blazepose-full': full,
  'blazepose-lite': lite,
  'blazepose-heavy': heavy,
  'movenet-lightning': lightning,
  'movenet-thunder': thunder,
  custom,
};
