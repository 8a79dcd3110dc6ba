import { expect, it } from 'vitest';
import { markerCalibration } from '../gait/network-calibration.ts';
import { CubicSpline } from '../signal/cubic-spline.ts';
import { markerAngles } from './angle-calibration.ts';
import { asFiltered } from './as-it-moved.ts';
import type { Flexions } from './flexions.ts';
import { frontKneeAngleDeg } from './knee-angle-at-touchdown.ts';
import type { RunningClip } from './running-clip.ts';

const timesS = Float64Array.from({ length: 11 }, (_, i) => i);
const clip = {
  calibration: markerCalibration,
  angles: markerAngles,
  steadyContacts: [1, 3, 5, 7, 9].map((touchdownS, i) => ({ touchdownS, side: i % 2 === 0 ? 'left' : 'right' })),
} as unknown as RunningClip;

/** Both knees with the same flexion in each frame. */
function flexed(degrees: (frame: number) => number): Flexions {
  const between = new CubicSpline(timesS, timesS.map(degrees));
  const flexion = { between, ...asFiltered(between) };
  return { knee: { left: flexion, right: flexion } } as unknown as Flexions;
}

it('is 180 degrees less the flexion', () => {
  expect(
    frontKneeAngleDeg(
      clip,
      flexed(() => 12),
    ).value,
  ).toBeCloseTo(168, 9);
});

it('is not bent by noise about a leg that is almost straight', () => {
  const noisy = flexed((frame) => 3 + (frame % 4 === 1 ? 9 : -9));
  expect(frontKneeAngleDeg(clip, noisy).value).toBeCloseTo(180 - 3 - 9 / 5, 9);
});
