import { expect, it } from 'vitest';
import { FourierTransform } from './fourier-transform.ts';

const a = Float64Array.from({ length: 11 }, (_, i) => Math.sin(i * i) + 0.3);
const b = Float64Array.from({ length: 11 }, (_, i) => Math.cos(1.7 * i * i) - 0.1 * i);

it('sums two signals’ values times every cosine and sine', () => {
  const transform = new FourierTransform(20);
  expect(transform.size).toBe(32);
  const spectra = transform.ofPair(a, b);
  for (const [s, values] of [a, b].entries()) {
    for (let k = 0; k < 32; k++) {
      const turn = (i: number): number => (2 * Math.PI * k * i) / 32;
      const cosSum = values.reduce((sum, value, i) => sum + value * Math.cos(turn(i)), 0);
      const sinSum = values.reduce((sum, value, i) => sum + value * Math.sin(turn(i)), 0);
      expect(spectra[s].cosineSum(k)).toBeCloseTo(cosSum, 12);
      expect(spectra[s].sineSum(k)).toBeCloseTo(sinSum, 12);
    }
  }
});
