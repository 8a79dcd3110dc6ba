import { expect, test } from 'vitest';
import { anchorCentres } from './anchors.ts';

const centres = anchorCentres(224, [8, 16, 32, 32, 32]);
const centre = (index: number) => [centres[2 * index] * 224, centres[2 * index + 1] * 224];

test('there is one anchor for each of the detector’s 2254 boxes', () => {
  expect(centres.length).toBe(2 * 2254);
});

test('anchors lie in the middle of their cells, row by row, levels of one stride together', () => {
  expect(centre(0)).toEqual([4, 4]);
  expect(centre(1)).toEqual([4, 4]);
  expect(centre(2)).toEqual([12, 4]);
  expect(centre(2 * 28)).toEqual([4, 12]);
  expect(centre(2 * 28 * 28)).toEqual([8, 8]);
  expect(centre(2 * 28 * 28 + 2 * 14 * 14)).toEqual([16, 16]);
  expect(centre(2 * 28 * 28 + 2 * 14 * 14 + 5)).toEqual([16, 16]);
  expect(centre(2 * 28 * 28 + 2 * 14 * 14 + 6)).toEqual([48, 16]);
  expect(centre(2253)).toEqual([208, 208]);
});
