import { expect, it } from 'vitest';
import { selectInPlace } from './select-in-place.ts';

const count = 60;
const shapes: Readonly<Record<string, (i: number) => number>> = {
  disordered: (i) => Math.sin(i * i),
  rising: (i) => i,
  falling: (i) => -i,
  peaked: (i) => Math.min(i, count - i),
  'often equal': (i) => i % 4,
  'all equal': () => 7,
};

it.each(Object.entries(shapes))('finds every value where sorting would put it: %s', (_, shape) => {
  const values = Float64Array.from({ length: count }, (_, i) => shape(i));
  const sorted = values.slice().sort();
  for (let index = 0; index < count; index++) {
    const parted = values.slice();
    expect(selectInPlace(parted, count, index)).toBe(sorted[index]);
    expect(Math.max(...parted.subarray(0, index + 1))).toBe(sorted[index]);
    expect(Math.min(...parted.subarray(index))).toBe(sorted[index]);
  }
});

it('leaves what lies before the values to be looked at', () => {
  const values = Float64Array.of(1, 0, 9, 5, 7, 8, 6);
  expect(selectInPlace(values, values.length, 3, 2)).toBe(6);
  expect(Array.from(values.subarray(0, 2))).toEqual([1, 0]);
});
