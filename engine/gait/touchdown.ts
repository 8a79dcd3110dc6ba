import type { LegPath } from './leg-path.ts';
import type { StanceWindow } from './stances.ts';

/**
 * Touchdown of one stance: the last moment before mid-stance at which the foot's centre moves faster over the ground
 * than a share of the running speed. Speed falls steeply there, and a threshold that scales with the running speed
 * keeps its bias at every speed.
 *
 * @param groundVx Velocity of the ground in the picture, pixels per second forward.
 * @param thresholdPxS Foot speed over the ground, pixels per second.
 * @returns Seconds, between samples by linear interpolation; NaN when the foot was never that fast in this stride.
 */
export function touchdownS(path: LegPath, window: StanceWindow, groundVx: number, thresholdPxS: number): number {
  const { forwardPx, upPx } = path.foot;
  const speedAt = (i: number): number =>
    Math.hypot(forwardPx.slopeAt(path.timesS[i]) - groundVx, upPx.slopeAt(path.timesS[i]));
  const earliest = Math.max(0, window.foremost - Math.round(0.5 * (window.rearmost - window.foremost)));
  let later = speedAt(window.midFrom);
  for (let i = window.midFrom - 1; i >= earliest; i--) {
    const speed = speedAt(i);
    if (Number.isNaN(speed)) return Number.NaN;
    if (speed >= thresholdPxS) {
      const share = later >= speed ? 0 : (speed - thresholdPxS) / (speed - later);
      return path.timesS[i] + share * (path.timesS[i + 1] - path.timesS[i]);
    }
    later = speed;
  }
  return Number.NaN;
}
