import { expect, it } from 'vitest';
import { gainOf, lowPassZeroLag } from './butterworth.ts';

const sine = (hz: number, sampleHz: number, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => Math.sin((2 * Math.PI * hz * i) / sampleHz));

/** Amplitude of a sine in the middle of the samples, by projection on sine and cosine of whole periods. */
function amplitude(values: Float64Array, hz: number, sampleHz: number): { size: number; phase: number } {
  let s = 0;
  let c = 0;
  const from = values.length / 4;
  const to = (3 * values.length) / 4;
  for (let i = from; i < to; i++) {
    s += (values[i] ?? 0) * Math.sin((2 * Math.PI * hz * i) / sampleHz);
    c += (values[i] ?? 0) * Math.cos((2 * Math.PI * hz * i) / sampleHz);
  }
  return { size: (2 * Math.hypot(s, c)) / (to - from), phase: Math.atan2(c, s) };
}

it('halves the power at the cut-off, without lag', () => {
  const { size, phase } = amplitude(lowPassZeroLag(sine(10, 100, 800), 100, 10), 10, 100);
  expect(size).toBeCloseTo(Math.SQRT1_2, 3);
  expect(phase).toBeCloseTo(0, 6);
});

it('passes slow motion and stops fast noise', () => {
  expect(amplitude(lowPassZeroLag(sine(2, 100, 800), 100, 10), 2, 100).size).toBeGreaterThan(0.995);
  expect(amplitude(lowPassZeroLag(sine(40, 100, 800), 100, 10), 40, 100).size).toBeLessThan(4e-4);
});

it.each([
  [3, 24],
  [6, 30],
  [9, 30],
  [11, 60],
])('tells what it leaves of %d Hz in %d frames a second', (hz, sampleHz) => {
  const count = 80 * sampleHz;
  const { size } = amplitude(lowPassZeroLag(sine(hz, sampleHz, count), sampleHz, 8), hz, sampleHz);
  expect(gainOf(hz, sampleHz, 8)).toBeCloseTo(size, 4);
});

it('leaves all where nothing is filtered, and nothing of what samples do not hold', () => {
  expect(gainOf(3, 24, 12)).toBe(1);
  expect(gainOf(15, 30, 8)).toBe(0);
});

it('keeps a straight line straight to its ends', () => {
  const line = Float64Array.from({ length: 60 }, (_, i) => 3 + 2 * i);
  lowPassZeroLag(line, 30, 8).forEach((value, i) => {
    expect(value).toBeCloseTo(3 + 2 * i, 1);
  });
});

it('leaves the samples alone when the cut-off is out of reach', () => {
  const values = sine(3, 24, 50);
  expect(lowPassZeroLag(values, 24, 12)).toEqual(values);
});
