import { expect, it } from 'vitest';
import { median, medianAbsoluteDeviation, quantile, trimmedMean } from './robust-statistics.ts';

it('takes quantiles between order statistics and leaves out what is not a number', () => {
  expect(median([3, Number.NaN, 1, 2])).toBe(2);
  expect(median([1, 2, 3, 10])).toBe(2.5);
  expect(quantile([0, 10, 20, 30], 0.25)).toBe(7.5);
  expect(median([])).toBeNaN();
});

it('measures spread by the median distance from the median', () => {
  expect(medianAbsoluteDeviation([1, 1, 2, 2, 4, 6, 9])).toBe(1);
});

it('drops half of a trimmed mean’s values, the most extreme', () => {
  expect(trimmedMean([-1000, 1, 2, 3, 4, 5, 6, 1000], 0.5)).toBe(3.5);
  expect(trimmedMean([7], 0.5)).toBe(7);
});
