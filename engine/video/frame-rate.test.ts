import { expect, it } from 'vitest';
import { frameRate } from './frame-rate.ts';

const times = (count: number, timeOf: (i: number) => number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => timeOf(i));

it('knows a constant rate through a container’s milliseconds', () => {
  for (const fps of [24, 29.97, 60, 120, 240]) {
    const rate = frameRate(times(200, (i) => Math.round((1000 * i) / fps) / 1000));
    expect(rate.variable).toBe(false);
    expect(Math.abs(rate.fps / fps - 1)).toBeLessThan(0.001);
  }
});

it('takes the median interval when frames are missing', () => {
  const rate = frameRate(times(100, (i) => (i + (i > 40 ? 3 : 0) + (i > 70 ? 2 : 0)) / 30));
  expect(rate.variable).toBe(true);
  expect(rate.fps).toBeCloseTo(30, 6);
});

it('has no rate for one frame', () => {
  expect(frameRate(times(1, () => 0))).toEqual({ fps: 0, intervalS: 0, variable: false });
});
