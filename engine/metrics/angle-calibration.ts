import type { NetworkId } from '../../models/registry.ts';
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
 * follow the truth; its line from ear to eye climbs by 5 degrees on a level head. Gain and offset: near leg and arm of two rendered clips (1.9 m/s at 30, 3.1 m/s at 60 frames per
 * second); the uncertainties are what two more clips and the far leg showed to remain.
 */
const blazePose: AngleCalibration = {
  joints: {
    ankle: asDrawn(12),
    knee: { gain: 1 / 0.88, offsetDeg: 0, uncertaintyDeg: 5 },
    hip: asDrawn(4),
    shoulder: asDrawn(8),
    elbow: { gain: 1, offsetDeg: 11, uncertaintyDeg: 8 },
  },
  trunkDeg: 2,
  shankDeg: 3,
  footDeg: 12,
  headDeg: 6,
  earEyeLineDeg: 5,
};

/** MoveNet was not compared with truth: drawn angles, wider. */
const moveNet: AngleCalibration = {
  joints: { ankle: asDrawn(12), knee: asDrawn(8), hip: asDrawn(6), shoulder: asDrawn(10), elbow: asDrawn(12) },
  trunkDeg: 3,
  shankDeg: 4,
  footDeg: 12,
  headDeg: 8,
  earEyeLineDeg: anatomicalEarEyeLineDeg,
};

/** One row per network. */
export const angleCalibration: Readonly<Record<NetworkId, AngleCalibration>> = {
  'blazepose-full': blazePose,
  'blazepose-lite': blazePose,
  'blazepose-heavy': blazePose,
  'movenet-lightning': moveNet,
  'movenet-thunder': moveNet,
};
