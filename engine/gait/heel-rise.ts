import { meanAndSpread } from '../signal/mean-and-spread.ts';
import type { LegPath, Place } from './leg-path.ts';
import type { StanceWindow } from './stances.ts';
import { timeAbove } from './time-above.ts';

/** A rise is passed for good once the heel is this share of it further up. */
const beyondShare = 0.5;

/**
 * Toe-offs of one leg, sharpened by its heel, which then rises three to four times as fast as the toe, so that noise shifts the moment of
 * a given rise by a third as much. How far the heel has risen when the foot leaves is much the same in all steps of a leg but not
 * in all legs: it is the mean over the leg's own toe-offs, which are told by the toe, and over `usual.count` more of a usual leg.
 *
 * @param byToeS One per window; NaN where the toe does not tell.
 * @param usual Heel's rise of a usual leg since mid-stance, pixels, and how many steps it counts for.
 * @returns One per window, seconds; NaN where the toe does not tell or the heel never rises so far.
 */
export function toeOffsByHeelS(
  { timesS }: Pick<LegPath, 'timesS'>,
  heel: Place,
  windows: readonly StanceWindow[],
  byToeS: readonly number[],
  usual: { readonly risePx: number; readonly count: number },
): number[] {
  const stoodPx = windows.map(
    ({ midFrom, midTo }) => meanAndSpread(heel.upPx.values(timesS.subarray(midFrom, midTo + 1))).mean,
  );
  const risenPx = byToeS.flatMap((timeS, i) => {
    const rise = heel.upPx.valueAt(timeS) - stoodPx[i];
    return Number.isFinite(rise) ? [rise] : [];
  });
  const sum = risenPx.reduce((total, rise) => total + rise, usual.count * usual.risePx);
  const risePx = sum / (risenPx.length + usual.count);
  return windows.map((window, i) =>
    Number.isNaN(byToeS[i]) ? Number.NaN : risenS(timesS, heel, window, stoodPx[i] + risePx, beyondShare * risePx),
  );
}

/** When the heel passes a level after mid-stance, for good: until it is `beyondPx` higher or at its highest. */
function risenS(timesS: Float64Array, heel: Place, window: StanceWindow, levelPx: number, beyondPx: number): number {
  const latest = Math.min(timesS.length - 1, window.rearmost + Math.round(0.5 * (window.rearmost - window.foremost)));
  const after = timesS.subarray(window.midTo, latest + 1);
  const up = heel.upPx.values(after);
  const end = firstAbove(up, levelPx + beyondPx);
  if (!(up[end] >= levelPx)) return Number.NaN;
  return after[end] - timeAbove(after.subarray(0, end + 1), up.subarray(0, end + 1), levelPx);
}

/** Index of the first value that reaches a level; of the highest one where none does. */
function firstAbove(values: Float64Array, level: number): number {
  let highest = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] >= level) return i;
    if (values[i] > values[highest]) highest = i;
  }
  return highest;
}
