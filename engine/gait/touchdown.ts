import type { LegPath, Place } from './leg-path.ts';
import type { GroundVelocity, StanceWindow } from './stances.ts';
import { timeAbove } from './time-above.ts';

/**
 * Touchdown of one stance: heel and toe both move faster over the ground than a share of the running speed before it, so it is as
 * long after the window's start as that lasts. Whichever of them lands first is at rest first, so a foot that slaps down after its heel is not
 * timed by the slap; a threshold that scales with the running speed keeps its bias at every speed. What the slap does to the heel's
 * own point, which sits above the sole, {@link slapS} takes off.
 *
 * @param ground Velocity of the ground in the picture.
 * @param thresholdPxS Speed over the ground, pixels per second.
 * @returns Seconds; NaN when the foot was never that fast in this stride, or always.
 */
export function touchdownS(
  { timesS, toe }: Pick<LegPath, 'timesS' | 'toe'>,
  heel: Place,
  window: StanceWindow,
  ground: GroundVelocity,
  thresholdPxS: number,
): number {
  const earliest = Math.max(0, window.foremost - Math.round(0.25 * (window.rearmost - window.foremost)));
  const before = timesS.subarray(earliest, window.midFrom + 1);
  const heelSpeed = speeds(heel, before, ground);
  const toeSpeed = speeds(toe, before, ground);
  const speed = heelSpeed.map((value, i) => Math.min(value, toeSpeed[i]));
  const fastS = timeAbove(before, speed, thresholdPxS);
  return fastS > 0 && fastS < before[before.length - 1] - before[0] ? before[0] + fastS : Number.NaN;
}

/**
 * How long after its sole a foot's heel comes to rest that lands on it, seconds: as the toes come down, a point above the sole
 * is carried forward by its height times the angle, at about the running speed.
 *
 * @param toesUp Angle of the foot as it lands, radians; none where it lands flat or on the toes.
 */
export const slapS = (heelHeightPx: number, toesUp: number, runSpeedPxS: number): number =>
  toesUp > 0 ? (heelHeightPx * toesUp) / runSpeedPxS : 0;

function speeds({ forwardPx, upPx }: Place, timesS: Float64Array, { vx, vy }: GroundVelocity): Float64Array {
  const up = upPx.slopes(timesS);
  return forwardPx.slopes(timesS).map((forward, i) => Math.hypot(forward - vx, up[i] - vy));
}
