import { expect, it } from 'vitest';
import { minimise } from './minimise.ts';
import { robustLine } from './robust-line.ts';

it('finds the minimum of a parabola', () => {
  const { place, value } = minimise((x) => 7 + (x - 1.2345) ** 2, 0, 3, 1e-7);
  expect(place).toBeCloseTo(1.2345, 6);
  expect(value).toBe(7 + (place - 1.2345) ** 2);
});

it('finds the minimum of a wave in few looks, and one at the end of its interval', () => {
  let looks = 0;
  const wave = (x: number): number => {
    looks++;
    return Math.cos(x);
  };
  expect(Math.abs(minimise(wave, 2, 4.5, 1e-6).place - Math.PI)).toBeLessThan(1e-6);
  expect(looks).toBeLessThan(15);
  expect(minimise((x) => x, 2, 3, 1e-6).place).toBeCloseTo(2, 5);
  expect(Math.abs(minimise((x) => Math.abs(x - 0.3), 0, 1, 1e-6).place - 0.3)).toBeLessThan(1e-6);
});

it('draws a line past wild points', () => {
  const x = Array.from({ length: 40 }, (_, i) => i);
  const y = x.map((v) => (v % 9 === 4 ? 500 : 3 * v + 1));
  const line = robustLine(x, y);
  expect(line?.slope).toBeCloseTo(3, 9);
  expect((line?.level ?? 0) - 3 * (line?.centre ?? 0)).toBeCloseTo(1, 9);
  expect(robustLine([1], [2])).toBeNull();
});
