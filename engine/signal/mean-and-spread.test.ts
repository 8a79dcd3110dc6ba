import { expect, it } from 'vitest';
import { meanAndSpread } from './mean-and-spread.ts';
import { student90 } from './student-t.ts';

it('gives mean and sample standard deviation', () => {
  expect(meanAndSpread([2, 4, 4, 4, 5, 5, 7, 9, Number.NaN])).toEqual({ mean: 5, sd: Math.sqrt(32 / 7), n: 8 });
  expect(meanAndSpread([3])).toEqual({ mean: 3, sd: 0, n: 1 });
  expect(meanAndSpread([]).mean).toBeNaN();
});

it('knows Student’s t from tables', () => {
  expect(student90(1)).toBeCloseTo(6.314, 3);
  expect(student90(12)).toBeCloseTo(1.782, 3);
  expect(student90(30)).toBeCloseTo(1.697, 3);
  expect(student90(1000)).toBeCloseTo(1.646, 3);
});
