import { expect, it } from 'vitest';
import { finiteRuns, sampleSpline } from './cubic-spline.ts';

it('reproduces a natural cubic worked out by hand', () => {
  // Through (0,0), (1,1), (2,0) the natural spline is 1.5 x - 0.5 x^3 on [0,1], mirrored on [1,2].
  const { value, slope } = sampleSpline(
    Float64Array.of(0, 1, 2),
    Float64Array.of(0, 1, 0),
    Float64Array.of(0, 0.5, 1, 1.5),
  );
  expect([...value]).toEqual([0, 0.6875, 1, 0.6875].map((v) => expect.closeTo(v, 12)));
  expect([...slope]).toEqual([1.5, 1.125, 0, -1.125].map((v) => expect.closeTo(v, 12)));
});

it('follows a sine between uneven knots, with its slope', () => {
  const knots = Float64Array.from({ length: 61 }, (_, i) => i / 30 + 0.005 * Math.sin(i * 1.7));
  const values = knots.map((t) => Math.sin(2 * Math.PI * t));
  const places = Float64Array.from({ length: 150 }, (_, i) => 0.25 + i / 100);
  const { value, slope } = sampleSpline(knots, values, places);
  places.forEach((t, i) => {
    expect(value[i]).toBeCloseTo(Math.sin(2 * Math.PI * t), 4);
    expect(slope[i]).toBeCloseTo(2 * Math.PI * Math.cos(2 * Math.PI * t), 1);
  });
});

it('says nothing outside the data and inside its gaps', () => {
  const nan = Number.NaN;
  const values = Float64Array.of(1, 1, 1, nan, nan, 2, 2, 2);
  const knots = Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7);
  const { value } = sampleSpline(knots, values, Float64Array.of(-1, 0.5, 2.5, 4, 5.5, 8));
  expect([...value]).toEqual([nan, 1, nan, nan, 2, nan]);
  expect(finiteRuns(values)).toEqual([
    [0, 3],
    [5, 8],
  ]);
});
