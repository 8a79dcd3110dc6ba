import { expect, it } from 'vitest';
import { CubicSpline, finiteRuns, splineGain } from './cubic-spline.ts';

const pointsAt = (spline: CubicSpline, places: readonly number[]) => {
  const blank = (): Float64Array => new Float64Array(places.length);
  const points = { values: blank(), slopes: blank(), bends: blank() };
  spline.setPoints(places, points);
  return points;
};

it('reproduces a natural cubic worked out by hand', () => {
  // Through (0,0), (1,1), (2,0) the natural spline is 1.5 x - 0.5 x^3 on [0,1], mirrored on [1,2].
  const spline = new CubicSpline(Float64Array.of(0, 1, 2), Float64Array.of(0, 1, 0));
  const places = Float64Array.of(0, 0.5, 1, 1.5);
  expect([...spline.values(places)]).toEqual([0, 0.6875, 1, 0.6875].map((v) => expect.closeTo(v, 12)));
  expect([...spline.slopes(places)]).toEqual([1.5, 1.125, 0, -1.125].map((v) => expect.closeTo(v, 12)));
  expect([...pointsAt(spline, [0, 0.5, 1, 1.5]).bends]).toEqual([0, -1.5, -3, -1.5].map((v) => expect.closeTo(v, 12)));
});

it('follows a sine between uneven knots, with its slope', () => {
  const knots = Float64Array.from({ length: 61 }, (_, i) => i / 30 + 0.005 * Math.sin(i * 1.7));
  const values = knots.map((t) => Math.sin(2 * Math.PI * t));
  const places = Float64Array.from({ length: 150 }, (_, i) => 0.25 + i / 100);
  const spline = new CubicSpline(knots, values);
  const value = spline.values(places);
  const slope = spline.slopes(places);
  places.forEach((t, i) => {
    expect(value[i]).toBeCloseTo(Math.sin(2 * Math.PI * t), 4);
    expect(slope[i]).toBeCloseTo(2 * Math.PI * Math.cos(2 * Math.PI * t), 1);
    expect(spline.valueAt(t)).toBeCloseTo(value[i] ?? Number.NaN, 12);
  });
  const points = pointsAt(spline, [...places]);
  expect([...points.values]).toEqual([...value].map((v) => expect.closeTo(v, 12)));
  expect([...points.slopes]).toEqual([...slope].map((v) => expect.closeTo(v, 12)));
});

it('says nothing outside the data and inside its gaps', () => {
  const nan = Number.NaN;
  const values = Float64Array.of(1, 1, 1, nan, nan, 2, 2, 2);
  const knots = Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7);
  const spline = new CubicSpline(knots, values);
  const places = Float64Array.of(-1, 0.5, 2, 2.5, 4, 5, 5.5, 7, 8);
  const expected = [nan, 1, 1, nan, nan, 2, 2, 2, nan];
  expect([...spline.values(places)]).toEqual(expected);
  expect([...places].map((place) => spline.valueAt(place))).toEqual(expected);
  expect(finiteRuns(values)).toEqual([
    [0, 3],
    [5, 8],
  ]);
});

it.each([
  [3, 24],
  [7, 24],
  [9, 30],
])('tells what it leaves of %d Hz in %d frames a second', (hz, sampleHz) => {
  const knots = Float64Array.from({ length: 20 * sampleHz }, (_, i) => i / sampleHz);
  const sine = (timeS: number): number => Math.sin(2 * Math.PI * hz * timeS);
  const spline = new CubicSpline(knots, knots.map(sine));
  const places = Float64Array.from({ length: 10_000 }, (_, i) => 5 + i / 1000);
  const amplitude = (2 * places.reduce((sum, timeS) => sum + spline.valueAt(timeS) * sine(timeS), 0)) / places.length;
  expect(splineGain(hz, sampleHz)).toBeCloseTo(amplitude, 3);
});
