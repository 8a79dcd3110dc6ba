import type { LegPath } from './leg-path.ts';
import type { StanceWindow } from './stances.ts';

/**
 * Mean offsets of the ankle's turning points from the force plate's events when running, seconds: the ankle is foremost
 * before touchdown, and rearmost long after toe-off. From force-plate trials of two runners at 2.5 m/s; at other speeds
 * they are not known.
 */
const foremostBeforeTouchdownS = 0.026;
const rearmostAfterToeOffS = 0.105;

/** Touchdown and toe-off where no foot is seen (after Zeni et al. 2008), with the running bias taken off. */
export function ankleEvents(path: LegPath, window: StanceWindow): { touchdownS: number; toeOffS: number } {
  return {
    touchdownS: (path.timesS[window.foremost] as number) + foremostBeforeTouchdownS,
    toeOffS: (path.timesS[window.rearmost] as number) - rearmostAfterToeOffS,
  };
}
