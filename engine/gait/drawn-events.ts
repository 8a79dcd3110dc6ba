import type { DrawnMark, DrawnMarks } from './drawn-marks.ts';
import type { StanceWindow } from './stances.ts';

/** A mark, how long after it the event comes, and how much it counts among the event's marks. */
export type TimedMark = DrawnMark & {
  /** Seconds; negative where the event comes first. */
  readonly eventAfterS: number;
  readonly weight: number;
};

/** The marks that a network's touchdowns and toe-offs are timed by. */
export interface EventMarks {
  readonly touchdown: readonly TimedMark[];
  readonly toeOff: readonly TimedMark[];
}

/**
 * Touchdown and toe-off of one stance: the weighted mean of what each mark says, over those that are seen. Each mark has
 * a habit of its own, and different runners bend it differently, so two together err less than the better one.
 */
export const drawnEvents = (
  marks: DrawnMarks,
  window: StanceWindow,
  { touchdown, toeOff }: EventMarks,
): { touchdownS: number; toeOffS: number } => ({
  touchdownS: weightedMean(marks, window, touchdown),
  toeOffS: weightedMean(marks, window, toeOff),
});

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
