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
  readonly pelvicDrop: FrontalAngleCalibration;
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
  hipAdduction: { gain: 0.9, offsetDeg: 7.5, uncertaintyDeg: 3.1 },
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
