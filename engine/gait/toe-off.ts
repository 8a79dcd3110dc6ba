import { median } from '../signal/robust-statistics.ts';
import type { LegPath } from './leg-path.ts';
import type { StanceWindow } from './stances.ts';

/**
 * Toe-off of one stance: the first moment after mid-stance at which the toe has risen above its level in mid-stance.
 *
 * @param risePx Pixels.
 * @returns Seconds, between samples by linear interpolation; NaN when the toe never rises so far.
 */
export function toeOffS(path: LegPath, window: StanceWindow, risePx: number): number {
  const { timesS } = path;
  const upPx = (i: number): number => path.toe.upPx.valueAt(timesS[i]);
  const level = median(path.toe.upPx.values(timesS.subarray(window.midFrom, window.midTo + 1))) + risePx;
  const latest = Math.min(timesS.length - 1, window.rearmost + Math.round(0.5 * (window.rearmost - window.foremost)));
  let before = upPx(window.midTo);
  for (let i = window.midTo + 1; i <= latest; i++) {
    const up = upPx(i);
    if (Number.isNaN(up)) return Number.NaN;
    if (up > level) {
      const share = before >= level ? 0 : (level - before) / (up - before);
      return timesS[i - 1] + share * (timesS[i] - timesS[i - 1]);
    }
    before = up;
  }
  return Number.NaN;
}
