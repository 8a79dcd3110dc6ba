import type { DrawnMark, DrawnMarks } from './drawn-marks.ts';
import type { StanceWindow } from './stances.ts';

/** A mark, how long after it the event comes, and how much it counts among the event's marks. */
export type TimedMark = DrawnMark & {
  /** Seconds; negative where the event comes first. */
  readonly eventAfterS: number;
  readonly weight: number;
};

/**
 * How much sooner the foot has left the ground than its marks say, by the height of the toe a moment after them: who pushes off long
 * drags the toe behind a leg that already leans, who runs fast has it in the air by then.
 */
export interface ToeHeight {
  /** When the height is read, seconds after the time that the marks give. */
  readonly readAfterS: number;
  /** Height at which the marks are right, as a share of the body height, and how far from it a height still counts. */
  readonly usualShare: number;
  readonly reachShare: number;
  /** Seconds sooner for each body height above the usual one. */
  readonly soonerS: number;
}

/** The marks that a network's touchdowns and toe-offs are timed by. */
export interface EventMarks {
  readonly touchdown: readonly TimedMark[];
  readonly toeOff: readonly TimedMark[];
  /** Left out where feet are not seen. */
  readonly toeHeight?: ToeHeight;
}

/**
 * Touchdown and toe-off of one stance: the weighted mean of what each mark says, over those that are seen. Each mark has
 * a habit of its own, and different runners bend it differently, so two together err less than the better one.
 */
export const drawnEvents = (
  marks: DrawnMarks,
  window: StanceWindow,
  { touchdown, toeOff, toeHeight }: EventMarks,
): { touchdownS: number; toeOffS: number } => {
  const markedS = weightedMean(marks, window, toeOff);
  return {
    touchdownS: weightedMean(marks, window, touchdown),
    toeOffS: toeHeight === undefined ? markedS : markedS - soonerS(marks, window, markedS, toeHeight),
  };
};

function soonerS(marks: DrawnMarks, window: StanceWindow, markedS: number, toeHeight: ToeHeight): number {
  const { readAfterS, usualShare, reachShare, soonerS } = toeHeight;
  const unusual = marks.toeHeightShare(window, markedS + readAfterS) - usualShare;
  // Near the end of a clip the toe is not seen any more.
  return Number.isNaN(unusual) ? 0 : soonerS * Math.max(-reachShare, Math.min(reachShare, unusual));
}

function weightedMean(marks: DrawnMarks, window: StanceWindow, timed: readonly TimedMark[]): number {
  let sum = 0;
  let weights = 0;
  for (const mark of timed) {
    const time = marks.timeS(window, mark);
    if (Number.isNaN(time)) continue;
    sum += mark.weight * (time + mark.eventAfterS);
    weights += mark.weight;
  }
  return weights === 0 ? Number.NaN : sum / weights;
}
