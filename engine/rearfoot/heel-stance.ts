import type { BackStep } from '../gait/back/back-gait.ts';

/**
 * A stance is taken this much longer, seconds, when a share of it is looked for in which the heel is down. Pictures that come later show the heel
 * without the other foot before it: of 0 to 30 ms this served best in the development half of the clips with planted eversion (changes of the peak
 * within 1.0 degrees root mean square, 1.3 without).
 */
const longerS = 0.03;

/** Where in a stance a time is, from 0 at touchdown. */
export const heelPhase = ({ touchdownS, toeOffS }: Pick<BackStep, 'touchdownS' | 'toeOffS'>, timeS: number): number =>
  (timeS - touchdownS) / (toeOffS + longerS - touchdownS);
