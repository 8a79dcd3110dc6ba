import { expect, test } from 'vitest';
import { type Crop, cropOverlap, toPictureX, toPictureY, wholePicture } from './crop.ts';

const upright: Crop = { centreXPx: 100, centreYPx: 60, sidePx: 40, rotationRad: 0 };

test('an upright crop runs from its upper left to its lower right corner', () => {
  expect([toPictureX(upright, 0, 0), toPictureY(upright, 0, 0)]).toEqual([80, 40]);
  expect([toPictureX(upright, 1, 1), toPictureY(upright, 1, 1)]).toEqual([120, 80]);
  expect([toPictureX(upright, 0.25, 0.75), toPictureY(upright, 0.25, 0.75)]).toEqual([90, 70]);
});

test('a crop turned clockwise by a quarter has its top on the right', () => {
  const turned = { ...upright, rotationRad: Math.PI / 2 };
  expect(toPictureX(turned, 0.5, 0)).toBeCloseTo(120, 12);
  expect(toPictureY(turned, 0.5, 0)).toBeCloseTo(60, 12);
});

test('the whole picture is padded evenly on its shorter side', () => {
  const crop = wholePicture({ widthPx: 480, heightPx: 352 });
  expect(crop).toEqual({ centreXPx: 240, centreYPx: 176, sidePx: 480, rotationRad: 0 });
  expect(toPictureY(crop, 0, 0)).toBe(-64);
  expect(toPictureY(crop, 1, 1)).toBe(352 + 64);
});

test('overlap is intersection over union of the squares', () => {
  expect(cropOverlap(upright, upright)).toBe(1);
  expect(cropOverlap(upright, { ...upright, centreXPx: 120 })).toBeCloseTo(800 / 2400, 12);
  expect(cropOverlap(upright, { ...upright, centreXPx: 120, centreYPx: 80 })).toBeCloseTo(400 / 2800, 12);
  expect(cropOverlap(upright, { ...upright, sidePx: 20 })).toBeCloseTo(400 / 1600, 12);
  expect(cropOverlap(upright, { ...upright, centreXPx: 141 })).toBe(0);
});
