import type { LegPath } from './leg-path.ts';
import type { StanceWindow } from './stances.ts';

/** How far the turning points lie from the events, seconds. */
export interface TurningPointOffsets {
  /** Touchdown comes this long after the foot was furthest ahead of the hips. */
  readonly touchdownAfterForemostS: number;
  /** Toe-off comes this long before the ankle is furthest behind the hips. */
  readonly toeOffBeforeRearmostS: number;
}

/**
 * Touchdown and toe-off from the foot's turning points against the hips (Zeni et al. 2008). Unbiased in walking alone;
 * when running both lie a steady time away from the events, which is taken off. They need neither a still nor a low
 * foot, so they hold where a network draws the standing foot too smooth, or sees no foot at all.
 */
export function turningPointEvents(
  path: LegPath,
  window: StanceWindow,
  offsets: TurningPointOffsets,
): { touchdownS: number; toeOffS: number } {
  const reach = Math.round(0.25 * (window.rearmost - window.foremost));
  let rearmost = window.rearmost;
  for (let i = window.rearmost - reach; i <= Math.min(path.timesS.length - 1, window.rearmost + reach); i++) {
    if (path.ankleAheadPx[i] < path.ankleAheadPx[rearmost]) rearmost = i;
  }
  return {
    touchdownS: path.timesS[window.foremost] + offsets.touchdownAfterForemostS,
    toeOffS: path.timesS[rearmost] - offsets.toeOffBeforeRearmostS,
  };
}
