import { expect, it } from 'vitest';
import { cutOffHz, medianFps, smoothTrack } from './smooth.ts';

const path = (t: number): number => 50 * Math.sin((2 * Math.PI * t) / 0.7);

it('filters unevenly timed frames at their own times', () => {
  const timesS = Float64Array.from({ length: 120 }, (_, i) => i / 30 + (i % 3 === 0 ? 0.008 : 0));
  const smooth = smoothTrack(timesS, timesS.map(path), 30, 8);
  for (let i = 10; i < 110; i++) expect(Math.abs((smooth[i] ?? 0) - path(timesS[i] ?? 0))).toBeLessThan(0.6);
});

it('filters each side of a gap on its own', () => {
  const timesS = Float64Array.from({ length: 60 }, (_, i) => i / 30);
  const values = timesS.map((_, i) => (i < 25 ? 10 : i < 35 ? Number.NaN : 90));
  const smooth = smoothTrack(timesS, values, 30, 8);
  expect(smooth[24]).toBeCloseTo(10, 6);
  expect(smooth[30]).toBeNaN();
  expect(smooth[35]).toBeCloseTo(90, 6);
});

it('keeps more of the foot’s speed, the more frames there are', () => {
  expect(cutOffHz('left_toe', 30)).toBe(10);
  expect(cutOffHz('left_toe', 60)).toBe(12);
  expect(cutOffHz('right_heel', 240)).toBe(15);
  expect(cutOffHz('left_shoulder', 60)).toBe(8);
  expect(medianFps(Float64Array.of(0, 0.02, 0.04, 0.09, 0.11))).toBeCloseTo(50, 6);
});
