import { expect, it } from 'vitest';
import type { Contact } from '../gait/contact.ts';
import { strideErrorOfWander } from './cadence.ts';

const strideS = 0.7;
/** Contacts whose touchdowns come late by some milliseconds. */
const lateBy = (lateMs: readonly number[]): Contact[] =>
  lateMs.map((late, i) => {
    const touchdownS = (i * strideS) / 2 + late / 1000;
    return {
      side: i % 2 === 0 ? 'left' : 'right',
      touchdownS,
      midStanceS: touchdownS + 0.12,
      toeOffS: touchdownS + 0.24,
    };
  });

it('grows where steps are early and late for several together', () => {
  const wandering = Array.from({ length: 26 }, (_, i) => 20 * Math.sin((2 * Math.PI * i) / 20));
  const uneven = Array.from({ length: 26 }, (_, i) => 20 * Math.sin((2 * Math.PI * ((7 * i) % 20)) / 20));
  expect(strideErrorOfWander(lateBy(wandering), strideS)).toBeGreaterThan(1e-3);
  expect(strideErrorOfWander(lateBy(uneven), strideS)).toBeLessThan(
    strideErrorOfWander(lateBy(wandering), strideS) / 2,
  );
});

it('is not told by few touchdowns, nor moved by feet that differ', () => {
  expect(strideErrorOfWander(lateBy([0, 9, 18, 20, 10, 0, -9]), strideS)).toBe(0);
  expect(strideErrorOfWander(lateBy(Array.from({ length: 20 }, (_, i) => (i % 2) * 30)), strideS)).toBeLessThan(1e-9);
});
