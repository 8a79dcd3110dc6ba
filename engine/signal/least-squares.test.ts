import { expect, it } from 'vitest';
import { solvePositiveDefinite } from './least-squares.ts';

it('solves a system worked out by hand', () => {
  const matrix = Float64Array.of(4, 2, 0, 2, 5, 2, 0, 2, 5);
  const [x] = solvePositiveDefinite(matrix, 3, [Float64Array.of(8, 18, 19)]) ?? [];
  expect([...(x ?? [])]).toEqual([1, 2, 3].map((v) => expect.closeTo(v, 12)));
});

it('refuses a singular system', () => {
  expect(solvePositiveDefinite(Float64Array.of(1, 2, 2, 4), 2, [Float64Array.of(1, 2)])).toBeNull();
});
