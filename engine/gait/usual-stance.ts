import { meanAndSpread } from '../signal/mean-and-spread.ts';
import { median } from '../signal/robust-statistics.ts';
import type { LegPath, Place } from './leg-path.ts';
import type { GroundVelocity, StanceWindow } from './stances.ts';
import { timeAbove } from './time-above.ts';

/** Spacing of the mean stance, seconds. */
const stepS = 0.004;

/**
 * Touchdowns of one leg, moved together so that their mean is the touchdown of the mean stance. Noise never makes a resting foot slower, only faster, so each
 * single touchdown is found late in strong noise; over the strides of a clip, laid over one another by the rhythm, the noise of the velocity averages out.
 *
 * @param touchdownsS One per window, NaN where there is none.
 * @param ground Velocity of the ground in the picture in each stance.
 */
export function steadiedTouchdownsS(
  { timesS, toe }: Pick<LegPath, 'timesS' | 'toe'>,
  heel: Place,
  windows: readonly StanceWindow[],
  touchdownsS: readonly number[],
  ground: readonly GroundVelocity[],
  { strideS, thresholdPxS }: { readonly strideS: number; readonly thresholdPxS: number },
): readonly number[] {
  const found = windows.flatMap((window, i) => (Number.isFinite(touchdownsS[i]) ? [{ window, i }] : []));
  if (found.length < 2) return touchdownsS;
  const foremostS = found.map(({ window }) => timesS[window.foremost] as number);
  const number = foremostS.map((timeS) => Math.round((timeS - (foremostS[0] as number)) / strideS));
  const startS = median(foremostS.map((timeS, k) => timeS - (number[k] as number) * strideS));
  const wayS = median(
    found.map(({ window }) => (timesS[window.rearmost] as number) - (timesS[window.foremost] as number)),
  );
  const count = Math.floor((0.55 * wayS) / stepS);
  const afterS = Float64Array.from({ length: count }, (_, k) => -0.25 * wayS + stepS * k);
  const sums = [0, 1, 2, 3].map(() => new Float64Array(count));
  const late: number[] = [];
  for (const [k, { i }] of found.entries()) {
    const usualS = startS + (number[k] as number) * strideS;
    const at = afterS.map((after) => usualS + after);
    const parts = [heel.forwardPx.slopes(at), heel.upPx.slopes(at), toe.forwardPx.slopes(at), toe.upPx.slopes(at)];
    if (parts.some((part) => !part.every(Number.isFinite))) continue;
    parts.forEach((part, p) => {
      const sum = sums[p] as Float64Array;
      const { vx, vy } = ground[i] as GroundVelocity;
      const under = p % 2 === 0 ? vx : vy;
      for (let j = 0; j < count; j++) sum[j] = sum[j] + part[j] - under;
    });
    late.push((touchdownsS[i] as number) - usualS);
  }
  if (late.length < 2) return touchdownsS;
  const [hx, hy, tx, ty] = sums as [Float64Array, Float64Array, Float64Array, Float64Array];
  const speed = afterS.map((_, j) => Math.min(Math.hypot(hx[j], hy[j]), Math.hypot(tx[j], ty[j])) / late.length);
  const fastS = timeAbove(afterS, speed, thresholdPxS);
  if (!(fastS > 0 && fastS < (afterS[count - 1] as number) - (afterS[0] as number))) return touchdownsS;
  const shiftS = (afterS[0] as number) + fastS - meanAndSpread(late).mean;
  return touchdownsS.map((timeS) => timeS + shiftS);
}
