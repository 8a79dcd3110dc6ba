import { meanAndSpread } from '../signal/mean-and-spread.ts';
import { median } from '../signal/robust-statistics.ts';
import type { LegPath, Place } from './leg-path.ts';
import type { StanceWindow } from './stances.ts';

/**
 * Angle by which a foot's toes are up as it lands, radians, on average over its stances: heel to toe against the same line
 * in mid-stance. NaN where it never lands.
 *
 * @param touchdownsS One per window; NaN where there is none.
 */
export function landingAngle(
  { timesS, toe }: Pick<LegPath, 'timesS' | 'toe'>,
  heel: Place,
  windows: readonly StanceWindow[],
  touchdownsS: readonly number[],
): number {
  const direction = (at: Float64Array): Float64Array => {
    const [heelX, heelY] = [heel.forwardPx.values(at), heel.upPx.values(at)];
    const [toeX, toeY] = [toe.forwardPx.values(at), toe.upPx.values(at)];
    return at.map((_, i) => Math.atan2(toeY[i] - heelY[i], toeX[i] - heelX[i]));
  };
  const angles = windows.map(({ midFrom, midTo }, i) => {
    const lying = median(direction(timesS.subarray(midFrom, midTo + 1)));
    return direction(Float64Array.of(touchdownsS[i] ?? Number.NaN))[0] - lying;
  });
  return meanAndSpread(angles.filter(Number.isFinite)).mean;
}
