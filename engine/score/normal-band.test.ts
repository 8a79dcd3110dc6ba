import { expect, it } from 'vitest';
import { normalBand } from './normal-band.ts';

const middle = (angle: Parameters<typeof normalBand>[0], point: number): number => {
  const band = normalBand(angle, 2.5);
  return ((band?.lowDeg[point] ?? Number.NaN) + (band?.highDeg[point] ?? Number.NaN)) / 2;
};
const width = (angle: Parameters<typeof normalBand>[0], point: number): number => {
  const band = normalBand(angle, 2.5);
  return (band?.highDeg[point] ?? Number.NaN) - (band?.lowDeg[point] ?? Number.NaN);
};

// Per-runner values of the same data at single places of the cycle (mean, standard deviation between runners).
it.each([
  ['kneeFlexion', 0, 10.9, 4.5],
  ['kneeFlexion', 15, 40.3, 5],
  ['kneeFlexion', 70, 91.2, 8.7],
  ['hipFlexion', 80, 34.7, 5.9],
  ['hipFlexion', 40, -13.4, 5.4],
  ['ankleDorsiflexion', 20, 22.1, 2.8],
  ['ankleDorsiflexion', 45, -15.4, 5.6],
  ['hipAdduction', 15, 6.6, 2.9],
] as const)('%s at %i %% lies about %f with a spread of %f', (angle, point, mean, sd) => {
  expect(Math.abs(middle(angle, point) - mean)).toBeLessThan(0.3);
  expect(Math.abs(width(angle, point) / (2 * 1.6449) - sd)).toBeLessThan(0.75);
});

it('ends where it begins, and is nowhere empty', () => {
  for (const angle of ['hipFlexion', 'kneeFlexion', 'ankleDorsiflexion', 'hipAdduction'] as const) {
    expect(middle(angle, 100)).toBeCloseTo(middle(angle, 0), 9);
    for (let point = 0; point <= 100; point++) expect(width(angle, point)).toBeGreaterThan(5);
  }
});

it('is given about the speed of its runners alone', () => {
  expect(normalBand('kneeFlexion', 1.7)).toBeNull();
  expect(normalBand('kneeFlexion', 3.5)).toBeNull();
  expect(normalBand('kneeFlexion', 3)).not.toBeNull();
  expect(normalBand('kneeFlexion', null)).not.toBeNull();
});
