import { expect, it } from 'vitest';
import { inWholeFrames, repeatedTruth } from './repeat-loop.ts';

const motion = { names: ['knee_angle_r'], timesS: [0.2, 0.6, 0.91], rows: [[0], [1], [0]] };
const stance = { side: 'R', onS: 0.2, offS: 0.5 } as const;

it('a loop lasts whole frames, its events with it', () => {
  const { loop, frames } = inWholeFrames({ motion, startS: 0.2, endS: 0.91, stances: [stance] }, 30);
  expect(frames).toBe(21);
  expect(loop.endS).toBeCloseTo(0.7, 9);
  expect(loop.motion.timesS[2]).toBeCloseTo(0.7, 9);
  expect(loop.stances[0]).toEqual({ side: 'R', onS: 0, offS: expect.closeTo((0.3 * 0.7) / 0.71, 9) });
});

it('a truth goes through its loop again, and cuts at the ends of the clip', () => {
  const frames = [
    { frame: 0, t: 0, place: 'a' },
    { frame: 1, t: 0.1, place: 'b' },
  ];
  const contacts = [
    { side: 'L', on: -0.1, off: 0.05 },
    { side: 'L', on: 0.1, off: 0.25 },
  ];
  const truth = repeatedTruth({ period: 0.2, seconds: 0.2, contacts, contactsAvatarSole: contacts, frames }, 5, 10);
  expect(truth.frames.map(({ place }) => place).join('')).toBe('ababa');
  expect(truth.frames.map(({ t }) => t)).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
  expect(truth.contacts.map(({ on }) => Math.round(10 * on))).toEqual([-1, 1, 3]);
  expect(truth.seconds).toBe(0.5);
});
