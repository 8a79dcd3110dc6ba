import type { PoseNetwork } from '../../pose/custom/network-choice.ts';
import type { BackMark } from './back-marks.ts';

/** A mark, how long after it the event comes, and how much it counts among the event's marks. */
export type TimedBackMark = BackMark & {
  /** Seconds; negative where the event comes first. */
  readonly eventAfterS: number;
  readonly weight: number;
};

/** What a keypoint network's habits make of a runner seen from behind. */
export interface BackCalibration {
  readonly touchdown: readonly TimedBackMark[];
  readonly toeOff: readonly TimedBackMark[];
  /** Standard uncertainty of a clip's mean touchdown, and of its mean toe-off, beyond the steps' scatter, seconds. */
  readonly eventUncertaintyS: number;
}

const timed = (after: {
  readonly trunk: number;
  readonly lowered: number;
  readonly falling: number;
  readonly ankle: number;
  readonly ankleMore: number;
  readonly heel: number;
}): Pick<BackCalibration, 'touchdown' | 'toeOff'> => ({
  touchdown: [
    { mark: 'trunk-highest', eventAfterS: after.trunk, weight: 1 },
    { mark: 'leg-lowered', heightShare: 0.12, eventAfterS: after.lowered, weight: 1 },
    { mark: 'ankle-falling', eventAfterS: after.falling, weight: 0.5 },
  ],
  toeOff: [
    { mark: 'ankle-raised', heightShare: 0.05, eventAfterS: after.ankle, weight: 1 },
    { mark: 'ankle-raised', heightShare: 0.08, eventAfterS: after.ankleMore, weight: 1 },
    { mark: 'heel-raised', heightShare: 0.1, eventAfterS: after.heel, weight: 1 },
  ],
});

const full: BackCalibration = {
  ...timed({ trunk: 0.073, lowered: 0.198, falling: -0.031, ankle: -0.035, ankleMore: -0.075, heel: -0.09 }),
  eventUncertaintyS: 0.012,
};

/**
 * Keypoints that lie on the joints, as the synthetic runner's: means over synthetic clips of 2.5 to 4.2 m/s at 30 and 60 frames per
 * second with noise of 0 and 3 pixels. Touchdown came out 18 to 32 ms after the network's constants, toe-off -2 to 18 ms.
 */
export const markerBackCalibration: BackCalibration = {
  ...timed({ trunk: 0.048, lowered: 0.173, falling: -0.056, ankle: -0.044, ankleMore: -0.084, heel: -0.099 }),
  eventUncertaintyS: 0.01,
};

/** One row per network. */
export const backCalibration: Readonly<Record<PoseNetwork, BackCalibration>> = {
  'blazepose-full': full,
  'blazepose-lite': full,
  'blazepose-heavy': full,
  'movenet-lightning': full,
  'movenet-thunder': full,
  custom: full,
};
