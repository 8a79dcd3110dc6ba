import { meanAndSpread } from '../signal/mean-and-spread.ts';
import type { LegPath } from './leg-path.ts';
import type { GroundVelocity, StanceWindow } from './stances.ts';
import { timeAbove } from './time-above.ts';

/** How far the toe has come from where it stood in mid-stance when it leaves the ground, pixels. */
export interface ToeWay {
  readonly risePx: number;
  /** Forward over the ground. */
  readonly slidePx: number;
}

/** Rise and slide lie within 28 ms of each other in every force-plate trial: one that is further off was missed. */
const apartS = 0.04;

/**
 * Toe-off of one stance: the middle of the moments after mid-stance at which the toe has risen by one distance and has moved
 * forward over the ground by another. The forefoot rolls and the shoe gives before the force is gone, so the toe does both while
 * it still pushes; runners and markers that rise early slide late, so that both together err less than either.
 *
 * @param ground Velocity of the ground in the picture.
 * @returns Seconds; NaN when the toe never moves so far.
 */
export function toeOffS(
  { timesS, toe }: Pick<LegPath, 'timesS' | 'toe'>,
  window: StanceWindow,
  ground: GroundVelocity,
  { risePx, slidePx }: ToeWay,
): number {
  const startS = timesS[window.midFrom];
  const latest = Math.min(timesS.length - 1, window.rearmost + Math.round(0.5 * (window.rearmost - window.foremost)));
  const after = timesS.subarray(window.midFrom, latest + 1);
  const up = toe.upPx.values(after);
  const forward = toe.forwardPx.values(after);
  for (let i = 0; i < after.length; i++) {
    forward[i] = forward[i] - ground.vx * (after[i] - startS);
    up[i] = up[i] - ground.vy * (after[i] - startS);
  }
  const standing = window.midTo + 1 - window.midFrom;
  const riseS = passing(after, up, standing, risePx);
  const slideS = passing(after, forward, standing, slidePx);
  return riseS + Math.max(-apartS, Math.min(apartS, slideS - riseS)) / 2;
}

/** When a place passes a level that lies `way` beyond its mean over the first samples, before it is twice as far. */
function passing(timesS: Float64Array, places: Float64Array, standing: number, way: number): number {
  const start = meanAndSpread(places.subarray(0, standing)).mean;
  let end = standing;
  while (end < places.length && places[end] < start + 2 * way) end++;
  if (end === places.length) end--;
  if (!(places[end] >= start + way)) return Number.NaN;
  const [from, to] = [standing - 1, end + 1];
  return timesS[end] - timeAbove(timesS.subarray(from, to), places.subarray(from, to), start + way);
}
