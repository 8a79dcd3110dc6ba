import { expect, it } from 'vitest';
import { fitHarmonics } from './harmonic-fit.ts';

const timesS = Float64Array.from({ length: 90 }, (_, i) => i / 30);
const centreS = 89 / 60;
const wave = (t: number): number => 5 + 2 * (t - centreS) + 3 * Math.cos((2 * Math.PI * (t - centreS)) / 0.7);

it('finds level, drift and amplitude of a known wave, past missing samples', () => {
  const signal = timesS.map(wave);
  signal[10] = Number.NaN;
  const fit = fitHarmonics(timesS, [signal], 0.7, [1, 2]);
  expect([...(fit?.coefficients[0] ?? [])]).toEqual([5, 2, 3, 0, 0, 0].map((v) => expect.closeTo(v, 9)));
  expect(fit?.residualSumSquares).toBeCloseTo(0, 6);
  expect(fit?.sampleCount).toBe(89);
  expect(fit?.valueAt(0, 1.234)).toBeCloseTo(wave(1.234), 9);
});

it('leaves a wrong period unexplained', () => {
  const fit = fitHarmonics(timesS, [timesS.map(wave)], 0.5, [1]);
  expect((fit?.residualSumSquares ?? 0) / (fit?.driftSumSquares ?? 1)).toBeGreaterThan(0.9);
});

it('gives nothing with fewer samples than unknowns', () => {
  expect(fitHarmonics(timesS.slice(0, 5), [timesS.slice(0, 5)], 0.7, [1, 2])).toBeNull();
});
