import { expect, it } from 'vitest';
import { CycleFits } from './cycle-fits.ts';
import { fitHarmonics } from './harmonic-fit.ts';

const timesS = Float64Array.from({ length: 120 }, (_, i) => i / 30);
const harmonics = [1, 2, 3];
const periodS = 0.71;
const wave = (shift: number) =>
  timesS.map((t, i) => 5 * Math.cos((2 * Math.PI * t) / periodS + shift) + 2 * t + Math.sin(37 * i + shift));

it('says the same as a fit of each signal by itself, with gaps and without', () => {
  const gappy = wave(1).fill(Number.NaN, 20, 29);
  const fits = new CycleFits(timesS, periodS, harmonics);
  for (const signals of [
    [wave(0), wave(2)],
    [gappy, wave(3)],
    [wave(4), wave(5), wave(6)],
  ]) {
    const alone = fitHarmonics(timesS, signals, periodS, harmonics)?.valuesAt(timesS);
    const expected = fits.expected(signals);
    for (const [s, values] of (expected ?? []).entries()) {
      for (const [i, value] of values.entries()) expect(value).toBeCloseTo(alone?.[s]?.[i] ?? Number.NaN, 9);
    }
    expect(expected).toHaveLength(signals.length);
  }
});

it('says nothing of signals with too few samples', () => {
  const lost = wave(0).fill(Number.NaN, 6);
  expect(new CycleFits(timesS, periodS, harmonics).expected([lost])).toBeNull();
});
