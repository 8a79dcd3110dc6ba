import { expect, it } from 'vitest';
import { fillShortGaps } from './fill-gaps.ts';

const timesS = Float64Array.from({ length: 60 }, (_, i) => i / 30);
const path = timesS.map((t) => 100 * Math.sin((2 * Math.PI * t) / 1.2));
const without = (...frames: number[]): Float64Array => path.map((v, i) => (frames.includes(i) ? Number.NaN : v));

it('fills a tenth of a second closely', () => {
  const values = without(20, 21, 22);
  expect(fillShortGaps(timesS, values)).toEqual([20, 21, 22]);
  for (const i of [20, 21, 22]) expect(Math.abs((values[i] ?? 0) - (path[i] ?? 0))).toBeLessThan(1.5);
});

it('leaves longer gaps and the clip’s ends empty', () => {
  const values = without(0, 1, 30, 31, 32, 33, 34, 59);
  expect(fillShortGaps(timesS, values)).toEqual([]);
  expect(values[32]).toBeNaN();
  expect(values[0]).toBeNaN();
});

it('takes a gap for no shorter where the clip once stood still', () => {
  const late = timesS.map((t, i) => (i < 45 ? t : t + 10));
  expect(fillShortGaps(late, without(30, 31, 32, 33, 34))).toEqual([]);
  expect(fillShortGaps(late, without(20, 21, 22))).toEqual([20, 21, 22]);
});
