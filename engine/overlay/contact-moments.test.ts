import { expect, it } from 'vitest';
import { contactAt, firstFrameFrom, nearestFrame } from './contact-moments.ts';

const timesS = Float64Array.from([0, 0.1, 0.2, 0.35, 0.4]);
const contact = { side: 'left', touchdownS: 0.12, midStanceS: 0.2, toeOffS: 0.28 } as const;
const gait = { contacts: [contact], strideS: null, strideSeS: null, runSpeedPxS: null, running: true };

it('finds frames by time', () => {
  expect([-1, 0, 0.05, 0.2, 0.21, 9].map((timeS) => firstFrameFrom(timesS, timeS))).toEqual([0, 0, 1, 2, 3, 5]);
  expect([-1, 0.04, 0.06, 0.27, 0.28, 9].map((timeS) => nearestFrame(timesS, timeS))).toEqual([0, 0, 1, 2, 3, 4]);
});

it('finds a side’s contact while it lasts', () => {
  expect(contactAt(gait, 'left', 0.2)).toBe(contact);
  expect(contactAt(gait, 'left', 0.3)).toBeNull();
  expect(contactAt(gait, 'right', 0.2)).toBeNull();
});
