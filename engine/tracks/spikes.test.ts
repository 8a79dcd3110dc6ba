import { expect, it } from 'vitest';
import { SpikeFinder } from './spikes.ts';

const timesS = Float64Array.from({ length: 60 }, (_, i) => i / 30);
const limits = { deviations: 4, floor: 5, reachS: 0.15 };
const finder = new SpikeFinder(timesS, limits);
const ankle = timesS.map((t) => 80 * Math.cos((2 * Math.PI * t) / 0.7) + 20 * Math.sin((4 * Math.PI * t) / 0.7));

it('finds one and two frames that jump away from a fast path', () => {
  const values = ankle.slice();
  for (const [frame, jump] of [
    [12, 60],
    [30, -45],
    [31, -50],
  ] as const) {
    values[frame] = (values[frame] ?? 0) + jump;
  }
  const marked = finder.find(values);
  expect(marked).toEqual(expect.arrayContaining([12, 30, 31]));
  // A pair of bad frames may take the good one on either side with it.
  expect(marked.filter((frame) => ![12, 29, 30, 31, 32].includes(frame))).toEqual([]);
});

it('takes a fast smooth movement for no spike', () => {
  expect(finder.find(ankle)).toEqual([]);
});
