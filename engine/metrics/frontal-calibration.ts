import type { PoseNetwork } from '../pose/custom/network-choice.ts';

/** How a network draws an angle of the frontal plane in stance: true = offset + gain * drawn. Degrees. */
export interface FrontalAngleCalibration {
  readonly gain: number;
  readonly offsetDeg: number;
  /** Standard uncertainty that remains of one side's mean, beyond the steps' scatter. */
  readonly uncertaintyDeg: number;
}

/** One harmonic of the pelvis's swing over the stride, about the middle of the stance. Degrees. */
export interface SwingHarmonicCalibration {
  readonly order: 1 | 3;
  /** Its part that is largest at mid-stance: true = offset + gain * seen. */
  readonly gain: number;
  readonly offsetDeg: number;
  /** Its part that changes fastest there, the same in everybody: of that the swinging leg's buttock shows more than the pelvis does. */
  readonly sineDeg: number;
}

/** What a lean that is seen over the stride says of the pelvis. */
export interface SwingCalibration {
  readonly first: SwingHarmonicCalibration;
  readonly third: SwingHarmonicCalibration;
  /** What the first harmonic has at mid-stance for each degree that is seen of the third. */
  readonly firstByThird: number;
  /** Standard uncertainty that remains of one side's mean, beyond the steps' scatter, degrees. */
  readonly uncertaintyDeg: number;
}

/** How far a pelvis swings, from the lean of its seat or outline (`engine/pelvis/`), which rests little on the network. */
export interface PelvicSwingCalibration {
  readonly seat: SwingCalibration;
  readonly outline: SwingCalibration;
  /**
   * What counts of the hip line's mean over the stride, which tells the sides apart: more where the level is that of lines behind the
   * runner, since his own symmetry takes part of it for the camera's.
   */
  readonly unevenGains: { readonly levelSeen: number; readonly byBody: number };
}

/** What a network's habits make of a runner seen from behind. */
export interface FrontalCalibration {
  /** By the hips' points; null where they hardly move with the pelvis: then the outline has to tell. */
  readonly pelvicDrop: FrontalAngleCalibration | null;
  readonly pelvicSwing: PelvicSwingCalibration;
  /** Thigh against the vertical. */
  readonly thigh: FrontalAngleCalibration;
  readonly kneeAdduction: FrontalAngleCalibration;
  readonly trunkLeanDeg: number;
  /** True standing height over what the length of the trunk adds up to, and its standard uncertainty as a share. */
  readonly heightFactor: number;
  readonly scaleUncertainty: number;
  /** How much further apart the ankles are drawn than they are, and what remains of that, metres. */
  readonly stepWidthExcessM: number;
  readonly stepWidthUncertaintyM: number;
}

type GainOffsetUncertainty = readonly [gain: number, offsetDeg: number, uncertaintyDeg: number];

/**
 * Runners and motions of the development half were five: for a sixth, Student's t is this much wider than the normal deviate that
 * half widths are made with. The thigh's is left as it is, since the pelvis's comes on top of it.
 */
const fewRunners = 1.4;

const angle = ([gain, offsetDeg, uncertaintyDeg]: GainOffsetUncertainty): FrontalAngleCalibration => ({
  gain,
  offsetDeg,
  uncertaintyDeg,
});

const forAnother = (calibration: FrontalAngleCalibration): FrontalAngleCalibration => ({
  ...calibration,
  uncertaintyDeg: fewRunners * calibration.uncertaintyDeg,
});

/**
 * The seat's swing, of the rendered and the painted clips of the development half (`bench/accuracy/back/`, five figures, four motions, each of both
 * counting once); the outline's, of the rendered ones alone, with gains between those of the truth on what is seen and of what is seen on the truth.
 */
const swing: PelvicSwingCalibration = {
  seat: {
    first: { order: 1, gain: 0.83, offsetDeg: 0.28, sineDeg: -0.9 },
    third: { order: 3, gain: 0.77, offsetDeg: 0.46, sineDeg: -0.75 },
    firstByThird: 0.59,
    uncertaintyDeg: 1.5 * fewRunners,
  },
  outline: {
    first: { order: 1, gain: 1.1, offsetDeg: -0.45, sineDeg: -0.9 },
    third: { order: 3, gain: 0.75, offsetDeg: 0.55, sineDeg: -0.75 },
    firstByThird: 0,
    uncertaintyDeg: 1.9 * fewRunners,
  },
  unevenGains: { levelSeen: 0.15, byBody: 0.3 },
};

const network = (habits: {
  /** What of the hip line's mean counts against level lines. */
  readonly uneven: number;
  /** Standard uncertainty of one side's drop by the seat: mostly how unlike the sides are. */
  readonly seatDeg: number;
  readonly thigh: GainOffsetUncertainty;
  readonly knee: GainOffsetUncertainty;
  readonly height: readonly [factor: number, uncertainty: number];
  readonly stepWidthM: readonly [excess: number, uncertainty: number];
}): FrontalCalibration => ({
  pelvicDrop: null,
  pelvicSwing: {
    ...swing,
    seat: { ...swing.seat, uncertaintyDeg: fewRunners * habits.seatDeg },
    unevenGains: { ...swing.unevenGains, levelSeen: habits.uneven },
  },
  thigh: angle(habits.thigh),
  kneeAdduction: forAnother(angle(habits.knee)),
  trunkLeanDeg: 1.1,
  heightFactor: habits.height[0],
  scaleUncertainty: habits.height[1],
  stepWidthExcessM: habits.stepWidthM[0],
  stepWidthUncertaintyM: habits.stepWidthM[1],
});

const asDrawn = (uncertaintyDeg: number): FrontalAngleCalibration => angle([1, 0, uncertaintyDeg]);

/** Keypoints that lie on the joints. */
export const markerFrontal: FrontalCalibration = {
  pelvicDrop: asDrawn(1),
  pelvicSwing: swing,
  thigh: asDrawn(1),
  kneeAdduction: asDrawn(1),
  trunkLeanDeg: 1,
  heightFactor: 1,
  scaleUncertainty: 0.05,
  stepWidthExcessM: 0,
  stepWidthUncertaintyM: 0.008,
};

/**
 * One row per network: the same clips, means and touchdowns of each side's stances against the avatars' own joints, each runner and
 * motion counting once. All networks draw the pelvis nearly level: planted changes of 8 degrees moved the hips' line by 0 to 3, and by
 * clothes and motion it lay up to 10 degrees off.
 */
export const frontalCalibration: Readonly<Record<PoseNetwork, FrontalCalibration>> = {
  'blazepose-full': network({
    uneven: 0.9,
    seatDeg: 1.5,
    thigh: [1, 1.05, 1.7],
    knee: [1.15, 0.3, 1.9],
    height: [1, 0.035],
    stepWidthM: [0.015, 0.01],
  }),
  'blazepose-lite': network({
    uneven: 0.15,
    seatDeg: 2.3,
    thigh: [1, 0.1, 1.8],
    knee: [1.18, -1.1, 2.5],
    height: [1, 0.04],
    stepWidthM: [0.014, 0.012],
  }),
  'blazepose-heavy': network({
    uneven: 0.15,
    seatDeg: 2.2,
    thigh: [1, -0.1, 1.9],
    knee: [1.35, -2.7, 2],
    height: [1, 0.035],
    stepWidthM: [0.026, 0.01],
  }),
  'movenet-lightning': network({
    uneven: 0.5,
    seatDeg: 2.0,
    thigh: [1, -0.8, 1.7],
    knee: [1.4, -4.9, 2.3],
    height: [1.1, 0.06],
    stepWidthM: [0.05, 0.012],
  }),
  'movenet-thunder': network({
    uneven: 0.15,
    seatDeg: 2.5,
    thigh: [1, 0.3, 1.8],
    knee: [1.3, -1.2, 2.4],
    height: [1.075, 0.05],
    stepWidthM: [0.027, 0.012],
  }),
  // Nobody has measured it here: the middle of the known ones, and how far they lie apart.
  custom: network({
    uneven: 0.15,
    seatDeg: 2.2,
    thigh: [1, 0.1, 2.5],
    knee: [1.25, -2, 3.8],
    height: [1.03, 0.07],
    stepWidthM: [0.026, 0.02],
  }),
};
