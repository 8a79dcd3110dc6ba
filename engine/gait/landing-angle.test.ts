import { expect, it } from 'vitest';
import { CubicSpline } from '../signal/cubic-spline.ts';
import { landingAngle } from './landing-angle.ts';
import { slapS } from './touchdown.ts';

const timesS = Float64Array.from({ length: 251 }, (_, i) => i / 250);
/** A foot of 100 px whose toes are up by 0.3 rad until 0.2 s, come down within 0.1 s and stay down. */
const toesUp = (timeS: number): number => 0.3 * Math.max(0, Math.min(1, (0.3 - timeS) / 0.1));
const still = new CubicSpline(timesS, new Float64Array(timesS.length));
const heel = { forwardPx: still, upPx: still };
const toe = {
  forwardPx: new CubicSpline(
    timesS,
    timesS.map((timeS) => 100 * Math.cos(toesUp(timeS))),
  ),
  upPx: new CubicSpline(
    timesS,
    timesS.map((timeS) => 100 * Math.sin(toesUp(timeS))),
  ),
};
const window = { foremost: 40, midFrom: 90, midTo: 120, rearmost: 200 };

it('tells by how much the toes are up when the foot lands', () => {
  expect(landingAngle({ timesS, toe }, heel, [window], [0.15])).toBeCloseTo(0.3, 3);
  expect(landingAngle({ timesS, toe }, heel, [window, window], [0.15, Number.NaN])).toBeCloseTo(0.3, 3);
  expect(landingAngle({ timesS, toe }, heel, [window], [0.25])).toBeCloseTo(0.15, 2);
  expect(landingAngle({ timesS, toe }, heel, [window], [Number.NaN])).toBeNaN();
});

it('lets a heel that is 10 cm up come to rest later than its sole, sooner the faster he runs, and flat feet at once', () => {
  expect(1000 * slapS(25, 0.3, 500)).toBeCloseTo(15, 9);
  expect(1000 * slapS(25, 0.3, 1000)).toBeCloseTo(7.5, 9);
  expect(slapS(25, -0.1, 500)).toBe(0);
  expect(slapS(25, Number.NaN, 500)).toBe(0);
});
