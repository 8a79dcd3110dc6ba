import type { LegPath, Place } from './leg-path.ts';
import type { StanceWindow } from './stances.ts';

/**
 * Touchdown of one stance: the last moment before mid-stance at which heel and toe both move faster over the ground than a share
 * of the running speed. Whichever of them lands first is at rest first, so a foot that slaps down after its heel is not
 * timed by the slap; a threshold that scales with the running speed keeps its bias at every speed.
 *
 * @param groundVx Velocity of the ground in the picture, pixels per second forward.
 * @param thresholdPxS Speed over the ground, pixels per second.
 * @returns Seconds, between samples by linear interpolation; NaN when the foot was never that fast in this stride.
 */
export function touchdownS(
  { timesS, toe }: Pick<LegPath, 'timesS' | 'toe'>,
  heel: Place,
  window: StanceWindow,
  groundVx: number,
  thresholdPxS: number,
): number {
  const speedOf = ({ forwardPx, upPx }: Place, timeS: number): number =>
    Math.hypot(forwardPx.slopeAt(timeS) - groundVx, upPx.slopeAt(timeS));
  const speedAt = (i: number): number => Math.min(speedOf(heel, timesS[i]), speedOf(toe, timesS[i]));
  const earliest = Math.max(0, window.foremost - Math.round(0.5 * (window.rearmost - window.foremost)));
  let later = speedAt(window.midFrom);
  for (let i = window.midFrom - 1; i >= earliest; i--) {
    const speed = speedAt(i);
    if (Number.isNaN(speed)) return Number.NaN;
    if (speed >= thresholdPxS) {
      const share = later >= speed ? 0 : (speed - thresholdPxS) / (speed - later);
      return timesS[i] + share * (timesS[i + 1] - timesS[i]);
    }
    later = speed;
  }
  return Number.NaN;
}
