import { expect, it } from 'vitest';
import { markerCalibration } from '../gait/network-calibration.ts';
import { normal90 } from '../signal/student-t.ts';
import { meanAtEvents } from './mean-at-events.ts';
import type { RunningClip } from './running-clip.ts';

const clip = { calibration: { ...markerCalibration, eventUncertaintyS: 0.02 } } as RunningClip;
const steps = (slope: number) => Array.from({ length: 8 }, () => ({ value: 12, slope }));

it('adds the turn during the event’s timing uncertainty to the angle’s own', () => {
  const { value, halfWidth, n } = meanAtEvents(clip, steps(200), 3);
  expect({ value, n }).toEqual({ value: 12, n: 8 });
  expect(halfWidth).toBeCloseTo(normal90 * Math.hypot(3, 200 * 0.02), 9);
});

it('adds nothing where the joint rests', () => {
  expect(meanAtEvents(clip, steps(0), 3).halfWidth).toBeCloseTo(normal90 * 3, 9);
});

it('withholds what was never seen', () => {
  expect(meanAtEvents(clip, [{ value: Number.NaN, slope: Number.NaN }], 3)).toMatchObject({
    value: null,
    reason: 'keypoints_missing',
  });
});
