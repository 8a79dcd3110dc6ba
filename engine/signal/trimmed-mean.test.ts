import { expect, it } from 'vitest';
import { trimmedMean } from './trimmed-mean.ts';

it('drops half of a trimmed mean’s values, the most extreme', () => {
  expect(trimmedMean([-1000, 1, 2, 3, 4, 5, 6, 1000], 0.5)).toBe(3.5);
  expect(trimmedMean([7], 0.5)).toBe(7);
});
