import { expect, it } from 'vitest';
import { fromShares, meanOf, scaled } from './estimate.ts';
import { measured, withheld } from './measured.ts';

it('puts scatter and bias together in a 90 % interval', () => {
  // Mean 10, SD 2, n 4: t(3) = 2.353, so 2.353; bias 1: 1.645.
  const { value, halfWidth, n } = meanOf(
    [8, 12, 8, 12, Number.NaN].map((v) => (v - 10) * Math.sqrt(3 / 4) + 10),
    1,
  );
  expect(value).toBeCloseTo(10, 9);
  expect(n).toBe(4);
  expect(halfWidth).toBeCloseTo(Math.hypot((2.353 * Math.sqrt(3)) / Math.sqrt(3), 1.6449), 2);
});

it('withholds what rests on too little', () => {
  expect(meanOf([1, 2], 0)).toEqual({ value: null, halfWidth: null, n: 2, reason: 'too_few_steps' });
  expect(meanOf([Number.NaN], 0).reason).toBe('keypoints_missing');
});

it('carries intervals through scaling and products, and reasons too', () => {
  expect(scaled(measured(300, 10, 8), 0.001)).toEqual({ value: 0.3, halfWidth: 0.01, n: 8 });
  expect(fromShares(measured(3, 0.3, 8), measured(180, 0, 12), (v, c) => (60 * v) / c)).toEqual({
    value: 1,
    halfWidth: expect.closeTo(0.1, 9),
    n: 8,
  });
  expect(fromShares(withheld('scale_unknown'), measured(1, 1, 1), (a) => a).reason).toBe('scale_unknown');
});
