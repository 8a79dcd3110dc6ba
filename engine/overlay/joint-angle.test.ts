import { expect, it } from 'vitest';
import { interiorAngleDeg } from './joint-angle.ts';

it.each([
  [{ x: 0, y: -10 }, { x: 0, y: 10 }, 180],
  [{ x: 0, y: -10 }, { x: 10, y: 0 }, 90],
  [{ x: 0, y: -10 }, { x: -10, y: 0 }, 90],
  [{ x: 0, y: -10 }, { x: 10, y: -10 }, 45],
])('is between the limbs, whichever way they bend', (a, b, angleDeg) => {
  expect(interiorAngleDeg(a, { x: 0, y: 0 }, b)).toBeCloseTo(angleDeg, 9);
});
