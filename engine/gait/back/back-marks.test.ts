import { expect, it } from 'vitest';
import { BackMarks } from './back-marks.ts';

const timesS = Float64Array.from({ length: 1001 }, (_, i) => i / 1000);
const low = { side: 'left', timeS: 0.5, highestS: 0.31, highestAfterS: 0.67 } as const;

const hump = (timeS: number, atS: number, widthS: number): number => Math.exp(-(((timeS - atS) / widthS) ** 2));

const still = new Float64Array(timesS.length);
const marksOf = (ankleBelowHip: Float64Array, ankleDown = still, shankDown = still): BackMarks => {
  const leg = { ankleBelowHip, ankleDown, shankDown };
  return new BackMarks({ timesS, trunkDown: ankleDown, legs: { left: leg, right: leg } }, leg, 0.72);
};

it('an ankle is raised after the push-off, however far the hips sink in mid-stance', () => {
  const below = timesS.map((timeS) => 0.3 + 0.2 * hump(timeS, 0.4, 0.07) + 0.19 * hump(timeS, 0.6, 0.07));
  // 0.14 from 0.49, on the way down from 0.6 s.
  const raisedS = 0.6 + 0.07 * Math.sqrt(Math.log(0.19 / 0.14));
  expect(marksOf(below).timeS(low, { mark: 'ankle-raised', heightShare: 0.05 })).toBeCloseTo(raisedS, 2);
});

it('what is not seen has no time', () => {
  expect(marksOf(still).timeS(low, { mark: 'ankle-raised', heightShare: 0.05 })).toBeNaN();
  expect(marksOf(still).timeS(low, { mark: 'ankle-highest' })).toBeNaN();
  expect(marksOf(still).timeS(low, { mark: 'shank-longest' })).toBeNaN();
});

it('the ankle is highest between samples, and the trunk where the fold says', () => {
  const down = timesS.map((timeS) => (timeS - 0.3503) ** 2);
  const marks = marksOf(down, down);
  expect(marks.timeS(low, { mark: 'ankle-highest' })).toBeCloseTo(0.3503, 5);
  expect(marks.timeS(low, { mark: 'trunk-highest' })).toBe(0.31);
  expect(marks.timeS(low, { mark: 'trunk-highest-after' })).toBe(0.67);
});

it('a shank is longest while its foot stands, not in the swing', () => {
  const shank = timesS.map((timeS) => 0.2 + 0.02 * hump(timeS, 0.5347, 0.1) + 0.05 * hump(timeS, 0.9, 0.1));
  expect(marksOf(still, still, shank).timeS(low, { mark: 'shank-longest' })).toBeCloseTo(0.5347, 4);
});
