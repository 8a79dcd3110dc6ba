import { expect, it } from 'vitest';
import { median, quantile, quantiles } from './robust-statistics.ts';

it('takes quantiles between order statistics and leaves out what is not a number', () => {
  expect(median([3, Number.NaN, 1, 2])).toBe(2);
  expect(median([1, 2, 3, 10])).toBe(2.5);
  expect(quantile([0, 10, 20, 30], 0.25)).toBe(7.5);
  expect(median([])).toBeNaN();
});

it('takes the same quantiles as sorting would, of equal, ordered and disordered values', () => {
  const shares = [0, 0.02, 0.37, 0.5, 0.98, 1];
  for (const of of [
    (i: number) => i,
    (i: number) => -i,
    (i: number) => i % 3,
    (i: number) => Math.sin(i * i),
    () => 7,
    (i: number) => Math.min(i, 40 - i),
  ]) {
    const values = Float64Array.from({ length: 41 }, (_, i) => of(i));
    const sorted = values.slice().sort();
    const expected = shares.map((share) => {
      const below = Math.floor(share * 40);
      return sorted[below] + (share * 40 - below) * ((sorted[below + 1] ?? 0) - sorted[below]);
    });
    expect(quantiles(values, shares)).toEqual(expected.map((value) => expect.closeTo(value, 12)));
  }
});
