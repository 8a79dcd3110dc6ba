import type { PoseNetwork } from '../pose/custom/network-choice.ts';
import type { TurningPointOffsets } from './turning-points.ts';

/** Events by the foot's speed and the toe's rise. */
export interface SpeedAndRise {
  readonly rule: 'speed-and-rise';
  /** Touchdown: the foot's speed over the ground falls below this share of the running speed. */
  readonly touchdownSpeedShare: number;
  /** Toe-off: the toe has risen this far above its level in mid-stance, metres. */
  readonly toeRiseM: number;
}

/** Events by the foot's turning points. */
export interface TurningPoints extends TurningPointOffsets {
  readonly rule: 'turning-points';
}

/** What a keypoint network's habits make of a runner. */
export interface NetworkCalibration {
  /** True standing height over the height that the network's keypoints add up to. */
  readonly heightFactor: number;
  readonly events: SpeedAndRise | TurningPoints;
  /** Standard uncertainty, beyond the steps' scatter, of the clip's mean touchdown and of its mean toe-off, seconds. */
  readonly eventUncertaintyS: number;
  /** Standard uncertainty of metres per pixel from the body height, as a share. */
  readonly scaleUncertainty: number;
}

/**
 * Keypoints that lie where motion-capture markers would. On force-plate trials (RBDS, Fukuchi et al. 2017, one runner at
 * 2.5 m/s) both events come within 2 ms. In four trials of two others (Hamner and Delp 2013, 2 and 3 m/s, 16 contacts)
 * touchdown comes 5 to 28 ms late, and toe-off between 35 ms early and 17 ms late.
 */
export const markerCalibration: NetworkCalibration = {
  heightFactor: 1,
  events: { rule: 'speed-and-rise', touchdownSpeedShare: 0.5, toeRiseM: 0.017 },
  eventUncertaintyS: 0.015,
  scaleUncertainty: 0.02,
};

/**
 * BlazePose draws the standing foot late in front and lifts its toe up to 0.1 s before it leaves the ground, so neither
 * speed nor rise can be timed. On five clips of known truth the turning points keep within 21 ms of touchdown and 50 ms
 * of toe-off, 25 ms root mean square. Set on two rendered clips, 1.9 m/s at 30 and 3.1 m/s at 60 frames per second,
 * between the force plate's events and those of the avatar's sole, which lie up to 50 ms apart; heights of the same two
 * avatars. All of it is BlazePose full's; lite and heavy are taken to draw alike, which was not measured.
 */
const blazePose: NetworkCalibration = {
  heightFactor: 1.01,
  events: { rule: 'turning-points', touchdownAfterForemostS: 0.04, toeOffBeforeRearmostS: 0.055 },
  eventUncertaintyS: 0.025,
  scaleUncertainty: 0.025,
};

/** MoveNet sees no feet, but its ankle turns within 10 ms of the same time from step to step. Set on the same two clips. */
const moveNet: NetworkCalibration = {
  heightFactor: 1,
  events: { rule: 'turning-points', touchdownAfterForemostS: 0.038, toeOffBeforeRearmostS: 0.045 },
  eventUncertaintyS: 0.025,
  scaleUncertainty: 0.025,
};

/**
 * A network that nobody has measured here. The turning points' offsets hold for two networks that have nothing in common
 * within 2 and 10 ms, so their middle is taken; how far a third may lie from it is not known, nor how high it draws a body:
 * the uncertainties are those of the known networks and a half.
 */
const custom: NetworkCalibration = {
  heightFactor: 1,
  events: { rule: 'turning-points', touchdownAfterForemostS: 0.039, toeOffBeforeRearmostS: 0.05 },
  eventUncertaintyS: 0.04,
  scaleUncertainty: 0.04,
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
