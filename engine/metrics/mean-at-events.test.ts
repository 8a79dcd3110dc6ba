import { expect, it } from 'vitest';
import { markerCalibration } from '../gait/network-calibration.ts';
import { normal90 } from '../signal/student-t.ts';
import type { Samples } from './at-times.ts';
import { meanAtEvents } from './mean-at-events.ts';

const clip = { calibration: { ...markerCalibration, eventUncertaintyS: 0.02 } };
const samplesOf = (
  count: number,
  { value, slope, bend, lost }: Readonly<Record<'value' | 'slope' | 'bend' | 'lost', number>>,
): Samples => {
  const all = (of: number): Float64Array => new Float64Array(count).fill(of);
  return { values: all(value), slopes: all(slope), bends: all(bend), lost: all(lost) };
};
const steps = (slope: number, bend = 0, lost = 0) => samplesOf(8, { value: 12, slope, bend, lost });

it('adds the turn during the event’s timing uncertainty to the angle’s own', () => {
  const { value, halfWidth, n } = meanAtEvents(clip, steps(200), 3);
  expect({ value, n }).toEqual({ value: 12, n: 8 });
  expect(halfWidth).toBeCloseTo(normal90 * Math.hypot(3, 200 * 0.02), 9);
});

it('adds nothing where the joint rests', () => {
  expect(meanAtEvents(clip, steps(0), 3).halfWidth).toBeCloseTo(normal90 * 3, 9);
});

it('adds what a joint that turns about changes by, early or late', () => {
  expect(meanAtEvents(clip, steps(0, 10_000), 3).halfWidth).toBeCloseTo(normal90 * Math.hypot(3, 2), 9);
});

it('adds what a filter may have taken', () => {
  expect(meanAtEvents(clip, steps(0, 0, -1.5), 3).halfWidth).toBeCloseTo(Math.hypot(normal90 * 3, 1.5), 9);
});

it('withholds what was never seen', () => {
  expect(
    meanAtEvents(clip, samplesOf(1, { value: Number.NaN, slope: Number.NaN, bend: Number.NaN, lost: 0 }), 3),
  ).toMatchObject({
    value: null,
    reason: 'keypoints_missing',
  });
});
