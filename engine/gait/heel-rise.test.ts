import { describe, expect, it } from 'vitest';
import { normalAt } from '../../fixtures/seeded-random.ts';
import { CubicSpline } from '../signal/cubic-spline.ts';
import { meanAndSpread } from '../signal/mean-and-spread.ts';
import { toeOffsByHeelS } from './heel-rise.ts';

const strideS = 0.7;
const stances = 12;
const pxPerS = 400;
/** In every stride the heel stands for 0.2 s, then rises evenly for 0.25 s and comes down again. */
const rising = { fromS: 0.2, toS: 0.45 };
const height = (timeS: number): number => {
  const since = timeS % strideS;
  if (since < rising.fromS) return 0;
  return pxPerS * (since < rising.toS ? since - rising.fromS : Math.max(0, rising.toS - since + 0.25));
};

const timesS = Float64Array.from({ length: Math.round(stances * strideS * 250) + 1 }, (_, i) => i / 250);
const upPx = new CubicSpline(timesS, timesS.map(height));
const heel = { forwardPx: upPx, upPx };
const at = (timeS: number): number => Math.round(timeS * 250);
const windows = Array.from({ length: stances }, (_, i) => ({
  foremost: at(i * strideS),
  midFrom: at(i * strideS + 0.06),
  midTo: at(i * strideS + 0.14),
  rearmost: at(i * strideS + 0.4),
}));
const truth = (risePx: number): number[] => windows.map((_, i) => i * strideS + rising.fromS + risePx / pxPerS);
const late = (found: readonly number[], true_: readonly number[]): number[] =>
  found.map((timeS, i) => 1000 * (timeS - (true_[i] ?? Number.NaN)));

describe('toe-offs told by the toe, sharpened by the heel', () => {
  const leaves = truth(40);
  const noisy = leaves.map((timeS, i) => timeS + 0.01 * normalAt(1, 2, i));

  it('scatter less', () => {
    const found = toeOffsByHeelS({ timesS }, heel, windows, noisy, { risePx: 40, count: 3 });
    expect(meanAndSpread(late(noisy, leaves)).sd).toBeGreaterThan(8);
    expect(meanAndSpread(late(found, leaves)).sd).toBeLessThan(1);
  });

  it('stay where the toe puts them on average, but for what a usual leg counts', () => {
    const usual = { risePx: 40 - 0.02 * pxPerS, count: 3 };
    const found = late(toeOffsByHeelS({ timesS }, heel, windows, leaves, usual), leaves);
    for (const ms of found) expect(ms).toBeCloseTo((-20 * usual.count) / (stances + usual.count), 0);
  });

  it('are not told where the toe does not tell, or the heel never rises so far', () => {
    const missing = leaves.map((timeS, i) => (i === 3 ? Number.NaN : timeS));
    const found = toeOffsByHeelS({ timesS }, heel, windows, missing, { risePx: 40, count: 3 });
    expect(found.map(Number.isNaN)).toEqual(leaves.map((_, i) => i === 3));
    const tooFar = toeOffsByHeelS({ timesS }, heel, windows, leaves, { risePx: 4000, count: 3 });
    expect(tooFar.every(Number.isNaN)).toBe(true);
  });
});
