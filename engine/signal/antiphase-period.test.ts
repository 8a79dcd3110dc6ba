import { expect, it } from 'vitest';
import { antiphasePeriod } from './antiphase-period.ts';

const timesS = Float64Array.from({ length: 150 }, (_, i) => i / 30);
const periodS = 0.7137;
const swing = (t: number): number =>
  Math.cos((2 * Math.PI * t) / periodS) +
  0.4 * Math.sin((4 * Math.PI * t) / periodS) +
  0.1 * Math.cos((6 * Math.PI * t) / periodS);
const left = timesS.map(swing);
const right = timesS.map((t) => swing(t + periodS / 2));

it('finds the period of alternating sides, not its half or double', () => {
  const found = antiphasePeriod(timesS, [{ left, right }], 0.3, 1.8);
  expect(found?.periodS).toBeCloseTo(periodS, 4);
  expect(found?.explained).toBeGreaterThan(0.99);
});

it('explains little of sides that move together', () => {
  const noise = timesS.map((_, i) => Math.sin(i * i * 1.3));
  const found = antiphasePeriod(timesS, [{ left: noise, right: noise }], 0.4, 1.6);
  expect(found?.explained ?? 0).toBeLessThan(0.4);
});

it('says nothing of a clip shorter than the shortest period', () => {
  expect(antiphasePeriod(timesS.slice(0, 12), [{ left, right }], 0.4, 1.6)).toBeNull();
});
