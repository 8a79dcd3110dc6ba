import { fitHarmonics } from '../signal/harmonic-fit.ts';
import { midHip } from '../tracks/mid-hip.ts';
import type { Tracks } from '../tracks/tracks.ts';

/** Metres per second squared. */
export const gravityMps2 = 9.81;

/**
 * Acceleration with which the hips fall at the top of their bounce, metres per second squared: they are in the air then,
 * so it is gravity's, wherever metres and seconds are right. By the bounce that repeats with every step, one harmonic
 * folded over the whole clip, since a flight of a tenth of a second is three frames long. On synthetic runners of 2 to
 * 5.5 m/s it comes to 1.05 to 1.15 of gravity, on six clips read by BlazePose to 0.86 to 1.79: enough to tell a
 * clip at full speed from one at half, where it is a quarter.
 *
 * @returns NaN when it cannot be told.
 */
export function fallMps2(tracks: Tracks, strideS: number, metresPerPx: number): number {
  const fit = fitHarmonics(tracks.timesS, [midHip(tracks).upPx], strideS, [2]);
  if (fit === null) return Number.NaN;
  const [, , cosine, sine] = fit.coefficients[0] as Float64Array;
  const rate = (4 * Math.PI) / strideS;
  return rate * rate * Math.hypot(cosine, sine) * metresPerPx;
}

/** Shares of gravity between which a running body's fall is seen; 1.2 is usual, at half speed 0.3. */
export const fallShares = { low: 0.6, high: 2.4 } as const;
