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

/** Seconds from each mark to its event. Marks that scatter more from runner to runner count half. */
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
    { mark: 'leg-lowered', heightShare: 0.12, eventAfterS: after.lowered, weight: 0.5 },
    { mark: 'ankle-falling', eventAfterS: after.falling, weight: 0.5 },
  ],
  toeOff: [
    { mark: 'ankle-raised', heightShare: 0.05, eventAfterS: after.ankle, weight: 0.5 },
    { mark: 'ankle-raised', heightShare: 0.08, eventAfterS: after.ankleMore, weight: 1 },
    { mark: 'heel-raised', heightShare: 0.1, eventAfterS: after.heel, weight: 0.5 },
  ],
});

/**
 * Means over the development half of the rendered clips (`bench/accuracy/back/`), each runner and motion counting once. Trunks are drawn
 * alike by all networks, feet are not. The uncertainty is the root of half the variance of a side's mean contact in those clips, 1.4 times: runners and motions
 * were five, and Student's t for a sixth is that much wider than the normal deviate.
 */
const full: BackCalibration = {
  ...timed({ trunk: 0.068, lowered: 0.193, falling: -0.037, ankle: -0.028, ankleMore: -0.067, heel: -0.077 }),
  eventUncertaintyS: 0.026,
};

const heavy: BackCalibration = {
  ...timed({ trunk: 0.068, lowered: 0.212, falling: -0.003, ankle: -0.029, ankleMore: -0.064, heel: -0.066 }),
  eventUncertaintyS: 0.024,
};

const lite: BackCalibration = {
  ...timed({ trunk: 0.068, lowered: 0.199, falling: -0.019, ankle: -0.03, ankleMore: -0.066, heel: -0.094 }),
  eventUncertaintyS: 0.025,
};

/** MoveNet sees no feet. */
const thunder: BackCalibration = {
  ...timed({ trunk: 0.071, lowered: 0.198, falling: -0.026, ankle: -0.018, ankleMore: -0.045, heel: 0 }),
  eventUncertaintyS: 0.028,
};

const lightning: BackCalibration = {
  ...timed({ trunk: 0.075, lowered: 0.191, falling: 0.007, ankle: -0.019, ankleMore: -0.058, heel: 0 }),
  eventUncertaintyS: 0.024,
};

/** A network that nobody has measured here: the middle of the known ones, less sure by half. */
const custom: BackCalibration = {
  ...timed({ trunk: 0.07, lowered: 0.198, falling: -0.016, ankle: -0.025, ankleMore: -0.06, heel: -0.079 }),
  eventUncertaintyS: 0.035,
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
  'blazepose-lite': lite,
  'blazepose-heavy': heavy,
  'movenet-lightning': lightning,
  'movenet-thunder': thunder,
  custom,
};
