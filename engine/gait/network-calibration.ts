import type { NetworkId } from '../../models/registry.ts';

/** What a keypoint network's habits make of a runner. */
export interface NetworkCalibration {
  /** True standing height over the height that the network's keypoints add up to. */
  readonly heightFactor: number;
  /** Touchdown: the foot's speed over the ground falls below this share of the running speed. */
  readonly touchdownSpeedShare: number;
  /** Toe-off: the toe keypoint has risen this far above its level in mid-stance, metres. */
  readonly toeRiseM: number;
  /** Mean lateness of both rules against the truth, subtracted from every event, seconds. */
  readonly touchdownLateS: number;
  readonly toeOffLateS: number;
  /** Standard uncertainty that remains in the clip's mean contact time, seconds. */
  readonly contactUncertaintyS: number;
  /** Standard uncertainty of the scale from body height, as a share. */
  readonly scaleUncertainty: number;
}

/**
 * The rules as found on force-plate trials with markers on heel and toe: bias below 6 ms at 2.5 to 3.5 m/s. They hold
 * for keypoints that lie where the markers lay.
 */
export const markerCalibration: NetworkCalibration = {
  heightFactor: 1,
  touchdownSpeedShare: 0.5,
  toeRiseM: 0.017,
  touchdownLateS: 0,
  toeOffLateS: 0,
  contactUncertaintyS: 0.006,
  scaleUncertainty: 0.02,
};

/** MoveNet sees no feet: its events come from the ankle's turning points, whose bias is in `ankle-events.ts`. */
const moveNet: NetworkCalibration = { ...markerCalibration, contactUncertaintyS: 0.02, scaleUncertainty: 0.04 };

const blazePose: NetworkCalibration = { ...markerCalibration, contactUncertaintyS: 0.012, scaleUncertainty: 0.03 };

/** One row per network. */
export const networkCalibration: Readonly<Record<NetworkId, NetworkCalibration>> = {
  'blazepose-full': blazePose,
  'blazepose-lite': blazePose,
  'blazepose-heavy': blazePose,
  'movenet-lightning': moveNet,
  'movenet-thunder': moveNet,
};
