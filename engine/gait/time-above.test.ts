import { expect, it } from 'vitest';
import { timeAbove } from './time-above.ts';

const timesS = Float64Array.from({ length: 11 }, (_, i) => i / 10);
const above = (values: readonly number[], level: number): number => timeAbove(timesS, Float64Array.from(values), level);

it('tells when a falling series passes a level', () => {
  expect(above(Array.from(timesS).reverse(), 0.25)).toBeCloseTo(0.75, 12);
});

it('lets an excursion count no more than it lasts', () => {
  expect(above([2, 2, 2, 0, 0, 2, 0, 0, 0, 0, 0], 1)).toBeCloseTo(0.25 + 0.1, 12);
});

it('says nothing of a series with a gap', () => {
  expect(above([2, 2, Number.NaN, 0, 0, 0, 0, 0, 0, 0, 0], 1)).toBeNaN();
});
