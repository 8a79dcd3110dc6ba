import { expect, it } from 'vitest';
import { FoldedTimes } from './folded-times.ts';

const values = (count: number): Float64Array => Float64Array.from({ length: count }, (_, i) => Math.sin(i * i) + 2);

it.each([
  ['even times', [-2, -1, 0, 1, 2], 3],
  ['even times without one in the middle', [-1.5, -0.5, 0.5, 1.5], 2],
  ['times of which some have no mirror image', [-3, -2, -1, 0.5, 1, 3], 4],
  ['times all on one side', [1, 2, 4], 3],
])('keeps every sum over %s', (_, offsets, folds) => {
  const offsetS = Float64Array.from(offsets);
  const given = values(offsets.length);
  const folded = new FoldedTimes(offsetS);
  const [sums, differences] = [new Float64Array(folds), new Float64Array(folds)];
  folded.fold(given, sums, differences);
  expect(folded.offsetS).toHaveLength(folds);
  const over = (weights: Float64Array, at: Float64Array, of: (x: number) => number): number =>
    weights.reduce((sum, weight, k) => sum + weight * of(at[k]), 0);
  expect(over(sums, folded.offsetS, Math.cos)).toBeCloseTo(over(given, offsetS, Math.cos), 12);
  expect(over(differences, folded.offsetS, Math.sin)).toBeCloseTo(over(given, offsetS, Math.sin), 12);
  expect(over(folded.sums, folded.offsetS, Math.cos)).toBeCloseTo(over(offsetS.slice().fill(1), offsetS, Math.cos), 12);
});

it('puts values back to their times', () => {
  const offsetS = Float64Array.of(-3, -2, 0, 2, 2.5);
  const folded = new FoldedTimes(offsetS);
  const result = new Float64Array(5);
  folded.unfold(folded.offsetS.map(Math.cos), folded.offsetS.map(Math.sin), result);
  for (const [i, t] of offsetS.entries()) expect(result[i]).toBeCloseTo(Math.cos(t) + Math.sin(t), 12);
});
