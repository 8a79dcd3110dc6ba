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
  /** The first mark of each has to be seen. */
  readonly touchdown: readonly TimedBackMark[];
  readonly toeOff: readonly TimedBackMark[];
  /** Standard uncertainty of a clip's mean touchdown, and of its mean toe-off, beyond the steps' scatter, seconds. */
  readonly eventUncertaintyS: number;
}

const ankleRaised = (eventAfterS: number, weight = 1): TimedBackMark => ({
  mark: 'ankle-raised',
  heightShare: 0.05,
  eventAfterS,
  weight,
});
const shankLongest = (eventAfterS: number, weight = 1): TimedBackMark => ({
  mark: 'shank-longest',
  eventAfterS,
  weight,
});

/**
 * Seconds from each mark to its event. Of other marks (lower and higher levels of ankle, heel and toe, the trunk's fastest fall) and weights, none left
 * a runner's contact less uncertain by the constants of the others, over all networks. The push-off is told by an ankle that has
 * risen and, of networks that draw a rising shoe unlike in avatars and painted runners, by the shank's longest moment as well (`docs/decisions/0027-toe-off-from-behind.md`).
 */
const timed = (after: {
  readonly trunk: number;
  readonly ankle: number;
  readonly pushOff: readonly TimedBackMark[];
  readonly trunkAgain: number;
}): Pick<BackCalibration, 'touchdown' | 'toeOff'> => ({
  touchdown: [
    { mark: 'trunk-highest', eventAfterS: after.trunk, weight: 1 },
    { mark: 'ankle-highest', eventAfterS: after.ankle, weight: 0.5 },
  ],
  toeOff: [...after.pushOff, { mark: 'trunk-highest-after', eventAfterS: after.trunkAgain, weight: 1 }],
});

/**
 * Means over the development half of the clips with pixels (`bench/accuracy/back/`), rendered and painted, each runner and motion counting once.
 * Trunks are drawn alike by all networks, feet are not. The uncertainty is the root of half the variance of a side's mean contact in those
 * clips, each runner by the constants of the others, 1.4 times: runners and motions were six, and Student's t for a seventh is
 * that much wider than the normal deviate.
 */
const full: BackCalibration = {
  ...timed({
    trunk: 0.066,
    ankle: 0.034,
    pushOff: [ankleRaised(-0.049, 0.5), shankLongest(0.056, 0.5)],
    trunkAgain: -0.027,
  }),
  eventUncertaintyS: 0.014,
};

const heavy: BackCalibration = {
  ...timed({ trunk: 0.064, ankle: 0.05, pushOff: [ankleRaised(-0.05)], trunkAgain: -0.029 }),
  eventUncertaintyS: 0.011,
};

const lite: BackCalibration = {
  ...timed({ trunk: 0.065, ankle: 0.028, pushOff: [ankleRaised(-0.053)], trunkAgain: -0.028 }),
  eventUncertaintyS: 0.015,
};

const thunder: BackCalibration = {
  ...timed({ trunk: 0.068, ankle: 0.036, pushOff: [ankleRaised(-0.038)], trunkAgain: -0.026 }),
  eventUncertaintyS: 0.012,
};

const lightning: BackCalibration = {
  ...timed({
    trunk: 0.07,
    ankle: 0.038,
    pushOff: [ankleRaised(-0.039, 0.5), shankLongest(0.058, 0.5)],
    trunkAgain: -0.024,
  }),
  eventUncertaintyS: 0.015,
};

/** A network that nobody has measured here: the middle of the known ones, less sure by half. */
const custom: BackCalibration = {
  ...timed({ trunk: 0.067, ankle: 0.037, pushOff: [ankleRaised(-0.046)], trunkAgain: -0.027 }),
  eventUncertaintyS: 0.025,
};

/**
 * Keypoints that lie on the joints, as the synthetic runner's: means over every second synthetic clip from behind of
 * `bench/accuracy/back/`, 2.4 to 4.2 m/s, and what its contacts scatter.
 */
export const markerBackCalibration: BackCalibration = {
  ...timed({ trunk: 0.054, ankle: 0.044, pushOff: [ankleRaised(-0.045)], trunkAgain: -0.057 }),
  eventUncertaintyS: 0.016,
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
