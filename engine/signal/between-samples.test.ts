import { expect, it } from 'vitest';
import { betweenSamples } from './between-samples.ts';

// 10 x + 100 y.
const grid = [0, 10, 20, 100, 110, 120, 200, 210, 220];

it.each([
  [0, 0, 0],
  [1.25, 0.5, 62.5],
  [1.999, 1.999, 219.89],
])('is linear between the samples, at column %d and row %d', (x, y, value) => {
  expect(betweenSamples(grid, 3, x, y)).toBeCloseTo(value, 9);
  expect(betweenSamples(Uint8Array.from(grid), 3, x, y)).toBeCloseTo(value, 9);
});
