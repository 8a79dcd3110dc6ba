import { expect, it } from 'vitest';
import { packPace, parsePace } from './pace.ts';

it.each([
  [471.1, 7.511],
  [1000 / 2.123, 7.51],
  [330, 5.3],
  [360, 6],
  [305, 5.05],
  [479.94, 7.599],
  [479.96, 8],
  [59.99, 1],
])('packs %f s as %f', (seconds, packed) => {
  expect(packPace(seconds)).toBe(packed);
});

it('reads a pace', () => {
  expect(parsePace('05:30')).toBe(330);
  expect(parsePace('00:00')).toBe(0);
});
