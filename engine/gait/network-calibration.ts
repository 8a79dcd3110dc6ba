import type { PoseNetwork } from '../pose/custom/network-choice.ts';
import type { EventMarks } from './drawn-events.ts';
import type { DrawnStance } from './stance-speed.ts';

/** Events by the foot's speed and the ways of toe and heel over the ground. */
export interface SpeedAndWay {
  readonly rule: 'speed-and-way';
  /** Touchdown: the first of heel and toe whose speed over the ground falls below this share of the running speed. */
  readonly touchdownSpeedShare: number;
  /** Height of the heel's point over the sole, metres: so far it is carried forward for each radian by which the toes come down. */
  readonly heelHeightM: number;
  /** Toe-off: the toe has risen, and has come forward over the ground, this far since mid-stance, metres. */
  readonly toeRiseM: number;
  readonly toeSlideM: number;
  /** How far a usual heel has risen by then, metres, and for how many of a leg's own steps that counts. */
  readonly heelRiseM: number;
  readonly heelRiseCount: number;
}

/** Events by what a network draws of the leg. */
export interface ByDrawnMarks extends EventMarks {
  readonly rule: 'drawn-marks';
}

/** What a keypoint network's habits make of a runner. */
export interface NetworkCalibration {
  /** True standing height over the height that the network's keypoints add up to. */
  readonly heightFactor: number;
  readonly events: SpeedAndWay | ByDrawnMarks;
  /** Standard uncertainty, beyond the steps' scatter, of the clip's mean touchdown and of its mean toe-off, seconds. */
  readonly eventUncertaintyS: number;
  /** Standard uncertainty of metres per pixel from the body height, as a share. */
  readonly scaleUncertainty: number;
  /** How the standing leg is drawn; left out where the points of heel and toe stand still as the foot does. */
  readonly stance?: DrawnStance;
  /** Standard uncertainty, as a share, of the running speed by the standing leg. */
  readonly stanceSpeedUncertainty: number;
}

/**
 * Keypoints that lie where motion-capture markers would. Set on trials of two runners on force plates (rbds001, Fukuchi et al.
 * 2017, 2.5 m/s, its first 15 s; hamner_s01, Hamner and Delp 2013, 2 and 3 m/s), whose contacts last while the force is above 50 N, so
 * that the means of both runners' events are right. Markers on the heel of a running shoe sit 10 cm up in the trials of those who land
 * on it. What is found with others, and at which noise, is in docs/accuracy.md. Uncertainty of the events: their means miss the trials' by 4.7 ms root mean square
 * at touchdown and 2.6 at toe-off, and those of the reporting half by 5.3 and 4.5.
 */
export const markerCalibration: NetworkCalibration & { readonly events: SpeedAndWay } = {
  heightFactor: 1,
  events: {
    rule: 'speed-and-way',
    touchdownSpeedShare: 0.38,
    heelHeightM: 0.1,
    toeRiseM: 0.017,
    toeSlideM: 0.037,
    heelRiseM: 0.153,
    heelRiseCount: 3,
  },
  eventUncertaintyS: 0.0045,
  scaleUncertainty: 0.02,
  stanceSpeedUncertainty: 0.03,
};

/**
 * Seconds from each mark to its event. Touchdown by the ankle foremost and by its sinking through a twentieth of the body
 * height; toe-off by the foot's rise, the shank's lean and the ankle's rise. Weights are common to all networks: marks
 * that are bent by other things than their neighbours count more.
 */
const drawnMarks = (after: {
  readonly foremost: number;
  readonly descent: number;
  readonly footRise: number;
  readonly lean: number;
  readonly ankleRise: number;
}): ByDrawnMarks => ({
  rule: 'drawn-marks',
  touchdown: [
    { mark: 'ankle-foremost', eventAfterS: after.foremost, weight: 0.65 },
    { mark: 'ankle-descent', heightShare: 0.05, eventAfterS: after.descent, weight: 0.35 },
  ],
  toeOff: [
    { mark: 'foot-rise', heightShare: 0.02, eventAfterS: after.footRise, weight: 0.3 },
    { mark: 'shank-lean', leanDeg: 40, eventAfterS: after.lean, weight: 0.5 },
    { mark: 'ankle-rise', heightShare: 0.08, eventAfterS: after.ankleRise, weight: 0.2 },
  ],
});

/**
 * The drawn ankle goes through the picture slower than the soles by 11 % in rendered and painted clips of the development half alike, with every
 * network (full 11 ± 2, lite 13 ± 3, heavy 11 ± 2, MoveNet 12 ± 4). In that part of a stance people's hips, and so the avatars', are slower than the
 * belt by 4 to 15 % of its speed, and the painted runner's are not: under them the ankle is slower by 17 ± 3 % and by 10 ± 4 %, of which the painted
 * runner's counts half.
 */
const drawnStance: DrawnStance = { from: 0.1, to: 0.65, speedFactor: 1 / 0.85, beltFactor: 1 / 0.89 };

/**
 * BlazePose draws the standing foot late in front and lifts its toe up to 0.1 s before it leaves the ground, so neither
 * speed nor a small rise can be timed. Times are means over the development half of the rendered and painted clips
 * (`bench/accuracy/clips/`), a painted runner counting half; lite, full and heavy agree within 11 ms and share them. The
 * uncertainty is what both halves show of a clip's mean contact (`docs/accuracy.md`).
 */
const blazePose: NetworkCalibration = {
  heightFactor: 1.01,
  events: {
    ...drawnMarks({ foremost: 0.042, descent: 0.128, footRise: -0.029, lean: 0.005, ankleRise: 0.003 }),
    toeHeight: { readAfterS: 0.04, usualShare: 0.03, reachShare: 0.03, soonerS: 0.4 },
  },
  eventUncertaintyS: 0.011,
  scaleUncertainty: 0.025,
  stance: drawnStance,
  stanceSpeedUncertainty: 0.03,
};

/** MoveNet sees no feet, so that toe-off rests on shank and ankle. Same clips; lightning and thunder agree within 6 ms. */
const moveNet: NetworkCalibration = {
  heightFactor: 1,
  events: drawnMarks({ foremost: 0.042, descent: 0.132, footRise: -0.029, lean: 0.014, ankleRise: 0 }),
  eventUncertaintyS: 0.015,
  scaleUncertainty: 0.025,
  stance: drawnStance,
  stanceSpeedUncertainty: 0.05,
};

/**
 * A network that nobody has measured here. Two families that have nothing in common draw the same marks within 10 ms of
 * one another, so their middle is taken; how far a third lies from it, and how high it draws a body, is not known:
 * the uncertainties are those of the known networks and a half.
 */
const custom: NetworkCalibration = {
  heightFactor: 1,
  events: drawnMarks({ foremost: 0.042, descent: 0.13, footRise: -0.029, lean: 0.01, ankleRise: 0.002 }),
  eventUncertaintyS: 0.023,
  scaleUncertainty: 0.04,
  stance: drawnStance,
  stanceSpeedUncertainty: 0.08,
};

/** One row per network. */
export const networkCalibration: Readonly<Record<PoseNetwork, NetworkCalibration>> = {
  'blazepose-full': blazePose,
  'blazepose-lite': blazePose,
  'blazepose-heavy': blazePose,
  'movenet-lightning': moveNet,
  'movenet-thunder': moveNet,
  custom,
};
