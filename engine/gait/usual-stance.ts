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
  const squares = [0, 1].map(() => new Float64Array(count));
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
      const square = squares[p < 2 ? 0 : 1] as Float64Array;
      for (let j = 0; j < count; j++) {
        const over = part[j] - under;
        sum[j] = sum[j] + over;
        square[j] = square[j] + over ** 2;
      }
    });
    late.push((touchdownsS[i] as number) - usualS);
  }
  if (late.length < 2) return touchdownsS;
  const [hx, hy, tx, ty] = sums as [Float64Array, Float64Array, Float64Array, Float64Array];
  const [heelSpeed, toeSpeed] = [
    speedOf(hx, hy, squares[0] as Float64Array, late.length),
    speedOf(tx, ty, squares[1] as Float64Array, late.length),
  ];
  const speed = heelSpeed.map((heels, j) => Math.min(heels, toeSpeed[j]));
  const fastS = timeAbove(afterS, speed, thresholdPxS);
  if (!(fastS > 0 && fastS < (afterS[count - 1] as number) - (afterS[0] as number))) return touchdownsS;
  const shiftS = (afterS[0] as number) + fastS - meanAndSpread(late).mean;
  return touchdownsS.map((timeS) => timeS + shiftS);
}

/**
 * Speed by the sums over some strides of both parts of a velocity, without what noise adds to it. The mean of n strides still has an n-th of a single one's noise, by the strides' scatter. Its
 * part along the way makes the foot faster as often as slower; only that across the way, half of its square, always makes it faster.
 *
 * @param squares Sum over the strides of the square of the speed.
 */
function speedOf(sumX: Float64Array, sumY: Float64Array, squares: Float64Array, strides: number): Float64Array {
  const square = sumX.map((x, j) => (x ** 2 + sumY[j] ** 2) / strides ** 2);
  const scatter = squares.map((sum, j) => (sum / strides - square[j]) / (strides - 1));
  const across = median(scatter) / 2;
  return square.map((value) => Math.sqrt(Math.max(0, value - across)));
}
