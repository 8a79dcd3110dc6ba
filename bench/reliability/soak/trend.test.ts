import { expect, it } from 'vitest';
import { normalAt } from '../../../fixtures/seeded-random.ts';
import { trendOf } from './trend.ts';

const series = (slope: number, seed: number): number[] =>
  Array.from({ length: 30 }, (_, step) => 100 + slope * step + normalAt(seed, step));

it('takes noise for no trend nineteen times of twenty', () => {
  const trends = Array.from({ length: 400 }, (_, seed) => trendOf(series(0, seed)));
  const alarms = trends.filter(({ slope, halfWidth }) => slope - halfWidth > 0).length;
  expect(alarms / trends.length).toBeLessThan(0.05);
});

it('sees a leak that is as large as the noise in every ten steps', () => {
  for (let seed = 0; seed < 100; seed++) {
    const { slope, halfWidth } = trendOf(series(0.1, seed));
    expect(slope - halfWidth).toBeGreaterThan(0);
  }
});

it('knows a line that is straight', () => {
  expect(trendOf([1, 2, 3, 4, 5, 6, 7])).toEqual({ slope: 1, halfWidth: 0 });
});

it('tells nothing of too little', () => {
  expect(() => trendOf([1, 2, 3])).toThrow(RangeError);
});
