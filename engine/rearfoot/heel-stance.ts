import type { BackStep } from '../gait/back/back-gait.ts';

/**
 * A stance is taken this much longer, seconds, when a share of it is looked for in which the heel is down. Pictures that come later show the heel
 * without the other foot before it: of 0 to 50 ms, this served best together with `heelShownFrom` where events are 15 to 20 ms off.
 */
const longerS = 0.03;

/**
 * From here on heels are looked at. Before it the other foot swings past, and its edges are taken for the heel's: in the development half by up to
 * 14 degrees, on the side of eversion. How outlines are then chosen in the whole clip must not hang on such pictures.
 */
export const heelShownFrom = 0.1;

/** Where in a stance a time is, from 0 at touchdown. */
export const heelPhase = ({ touchdownS, toeOffS }: Pick<BackStep, 'touchdownS' | 'toeOffS'>, timeS: number): number =>
  (timeS - touchdownS) / (toeOffS + longerS - touchdownS);
