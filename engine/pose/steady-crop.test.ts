import { expect, test } from 'vitest';
import type { Crop } from './crop.ts';
import { steadyCrop } from './steady-crop.ts';

const crop: Crop = { centreXPx: 100, centreYPx: 100, sidePx: 200, rotationRad: 0 };

function followed(wanted: Crop, pictures: number): Crop {
  let last = crop;
  for (let i = 0; i < pictures; i++) last = steadyCrop(last, wanted);
  return last;
}

test('a crop that is right stays as it is', () => {
  expect(steadyCrop(crop, crop)).toEqual(crop);
});

test('it arrives where the network wants it, the centre first', () => {
  const wanted: Crop = { centreXPx: 140, centreYPx: 60, sidePx: 300, rotationRad: 0.3 };
  const soon = followed(wanted, 6);
  expect(Math.abs(soon.centreXPx - 140)).toBeLessThan(1);
  expect(soon.sidePx).toBeLessThan(250);
  const late = followed(wanted, 100);
  expect(late.sidePx).toBeCloseTo(300, 1);
  expect(late.rotationRad).toBeCloseTo(0.3, 4);
});

test('it turns the short way round', () => {
  expect(steadyCrop({ ...crop, rotationRad: 3.1 }, { ...crop, rotationRad: -3.1 }).rotationRad).toBeGreaterThan(3.1);
});
