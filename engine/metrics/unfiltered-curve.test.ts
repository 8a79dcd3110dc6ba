import { expect, it } from 'vitest';
import { lowPassZeroLag } from '../signal/butterworth.ts';
import { CubicSpline } from '../signal/cubic-spline.ts';
import { type LowPass, unfilteredCurves } from './unfiltered-curve.ts';

const strideS = 0.7;
const unfilteredCurve = (curve: readonly number[], lowPass: LowPass, noiseVariance = 0): Float64Array =>
  unfilteredCurves(curve, strideS, lowPass, [noiseVariance])[0] as Float64Array;
const lowPass = { cutOffHz: 8, sampleHz: 100 / strideS };
const hundredths = Array.from({ length: 101 }, (_, i) => i);
const kneeLike = (hundredth: number): number => {
  const phase = (2 * Math.PI * hundredth) / 100;
  return 45 - 30 * Math.cos(phase - 0.4) - 12 * Math.cos(2 * phase) + 5 * Math.sin(3 * phase) + 3 * Math.cos(5 * phase);
};

it('puts back what the filter takes off a movement that repeats', () => {
  const strides = 12;
  const samples = Float64Array.from({ length: 100 * strides + 1 }, (_, i) => kneeLike(i));
  const filtered = lowPassZeroLag(samples, lowPass.sampleHz, lowPass.cutOffHz);
  const middle = Array.from(filtered.subarray(600, 701));
  const worst = (curve: ArrayLike<number>): number =>
    Math.max(...Array.from(curve, (value, i) => Math.abs(value - kneeLike(i))));
  expect(worst(middle)).toBeGreaterThan(0.8);
  expect(worst(unfilteredCurve(middle, lowPass))).toBeLessThan(0.15);
});

it.each([24, 30, 60])('puts it back of a clip of %d frames a second, no more and no less', (fps) => {
  const timesS = Float64Array.from({ length: Math.round(20 * strideS * fps) }, (_, i) => i / fps);
  const samples = timesS.map((timeS) => kneeLike((100 * timeS) / strideS));
  const filtered = new CubicSpline(timesS, lowPassZeroLag(samples, fps, 8));
  const strides = [5, 6, 7, 8, 9, 10, 11, 12];
  const mean = hundredths.map(
    (i) => strides.reduce((sum, k) => sum + filtered.valueAt((k + i / 100) * strideS), 0) / strides.length,
  );
  const sharp = unfilteredCurve(mean, { cutOffHz: 8, sampleHz: fps });
  expect(Math.max(...Array.from(sharp, (value, i) => Math.abs(value - kneeLike(i))))).toBeLessThan(0.04);
});

it('leaves what is too fast for the filter as it is', () => {
  const fast = hundredths.map((i) => Math.cos((2 * Math.PI * 20 * i) / 100));
  const sharp = unfilteredCurve(fast, lowPass);
  expect(Math.max(...Array.from(sharp, (value, i) => Math.abs(value - (fast[i] as number))))).toBeLessThan(1e-9);
});

it('puts back less of a curve that is known less, and nothing of noise alone', () => {
  const curve = hundredths.map(kneeLike);
  const added = (noiseVariance: number): number =>
    Math.max(
      ...Array.from(unfilteredCurve(curve, lowPass, noiseVariance), (value, i) =>
        Math.abs(value - (curve[i] as number)),
      ),
    );
  expect(added(1)).toBeLessThan(added(0));
  expect(added(0)).toBeGreaterThan(0.5);
  expect(added(1e6)).toBe(0);
});
