import { expect, it } from 'vitest';
import { firstFrameFrom, nearestFrame } from './nearest-frame.ts';

const timesS = Float64Array.from([0, 0.1, 0.2, 0.35, 0.4]);

it('finds frames by time', () => {
  expect([-1, 0, 0.05, 0.2, 0.21, 9].map((timeS) => firstFrameFrom(timesS, timeS))).toEqual([0, 0, 1, 2, 3, 5]);
  expect([-1, 0.04, 0.06, 0.27, 0.28, 9].map((timeS) => nearestFrame(timesS, timeS))).toEqual([0, 0, 1, 2, 3, 4]);
});
