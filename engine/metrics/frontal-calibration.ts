import type { PoseNetwork } from '../pose/custom/network-choice.ts';

/** How a network draws an angle of the frontal plane in stance: true = offset + gain * drawn. Degrees. */
export interface FrontalAngleCalibration {
  readonly gain: number;
  readonly offsetDeg: number;
  /** Standard uncertainty that remains of one side's mean, beyond the steps' scatter. */
  readonly uncertaintyDeg: number;
}

/** What a network's habits make of a runner seen from behind. */
export interface FrontalCalibration {
  /** By the hips' points alone. */
  readonly pelvicDrop: FrontalAngleCalibration;
  /** By the pelvis's outline. */
  readonly pelvicSwing: FrontalAngleCalibration & {
    /** What counts of the hip line's mean over the stride, which tells the sides apart. */
    readonly unevenGain: number;
  };
  readonly hipAdduction: FrontalAngleCalibration;
  readonly kneeAdduction: FrontalAngleCalibration;
  readonly trunkLeanDeg: number;
  /** True standing height over what the length of the trunk adds up to, and its standard uncertainty as a share. */
  readonly heightFactor: number;
  readonly scaleUncertainty: number;
  /** Of the distance between the ankles' lines, metres. */
  readonly stepWidthM: number;
}

const full: FrontalCalibration = {
  pelvicDrop: { gain: 0.6, offsetDeg: 5.2, uncertaintyDeg: 2.7 },
  pelvicSwing: { gain: 1.15, offsetDeg: 0.5, uncertaintyDeg: 2, unevenGain: 0.35 },
  hipAdduction: { gain: 1, offsetDeg: 1, uncertaintyDeg: 2 },
  kneeAdduction: { gain: 1, offsetDeg: 0, uncertaintyDeg: 2.2 },
  trunkLeanDeg: 1.5,
  heightFactor: 1,
  scaleUncertainty: 0.05,
  stepWidthM: 0.015,
};

const asDrawn = (uncertaintyDeg: number): FrontalAngleCalibration => ({ gain: 1, offsetDeg: 0, uncertaintyDeg });

/** Keypoints that lie on the joints. */
export const markerFrontal: FrontalCalibration = {
  pelvicDrop: asDrawn(1),
  pelvicSwing: { ...asDrawn(1), unevenGain: 1 },
  hipAdduction: asDrawn(1),
  kneeAdduction: asDrawn(1),
  trunkLeanDeg: 1,
  heightFactor: 1,
  scaleUncertainty: 0.05,
  stepWidthM: 0.008,
};

/** One row per network. */
export const frontalCalibration: Readonly<Record<PoseNetwork, FrontalCalibration>> = {
  'blazepose-full': full,
  'blazepose-lite': full,
  'blazepose-heavy': full,
  'movenet-lightning': full,
  'movenet-thunder': full,
  custom: full,
};
