import { describe, expect, it } from 'vitest';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import type { RunnerOptions } from '../../fixtures/runner/runner-parameters.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { measurePoses } from '../../test/support/measure-poses.ts';
import { measured, withheld } from './measured.ts';
import { asymmetry } from './symmetry.ts';

const filmed = (run: RunnerOptions, film = {}) =>
  syntheticPoses(createRunner({ speedMps: 3, ...run }), sideCamera(), { fps: 60, durationS: 8, noisePx: 1, ...film });

const measureIt = (run: RunnerOptions, film = {}) => {
  const { poses, truth } = filmed(run, film);
  return { found: measurePoses(poses, { paceSPerKm: 1000 / 3 }).symmetry, truth: truth.metrics.symmetry };
};

const names = ['contactTime', 'stepTime', 'kneeFlexion', 'hipRange', 'ankleRange'] as const;

describe.each<[string, RunnerOptions, object]>([
  ['an even runner', {}, {}],
  ['contacts a fifth longer on the left', { contactAsymmetry: 0.2 }, {}],
  ['steps of unequal time', { stepTimeAsymmetry: 0.16 }, {}],
  ['both, at 30 frames per second', { contactAsymmetry: -0.2, stepTimeAsymmetry: -0.1 }, { fps: 30 }],
  ['both, in the mirror', { contactAsymmetry: -0.2, stepTimeAsymmetry: -0.1 }, { mirrored: true }],
])('%s', (_name, run, film) => {
  const { found, truth } = measureIt(run, film);
  it.each(names)('%s holds the truth in its interval', (name) => {
    const { value, halfWidth } = found[name].percent;
    expect(Math.abs((value ?? Number.NaN) - truth[name].percent)).toBeLessThan(halfWidth ?? 0);
  });
});

it('turns the sign with left and right', () => {
  const [plain, mirrored] = [false, true].map((flag) =>
    measureIt({ contactAsymmetry: 0.25 }, { noisePx: 0, mirrored: flag }),
  );
  expect(mirrored.truth.contactTime.percent).toBeCloseTo(-plain.truth.contactTime.percent, 9);
  expect(mirrored.found.contactTime.percent.value).toBeCloseTo(-(plain.found.contactTime.percent.value ?? 0), 6);
});

it('calls a difference one only where the interval leaves zero out', () => {
  expect(asymmetry(measured(9, 10, 20)).beyondDoubt).toBe(false);
  expect(asymmetry(measured(-11, 10, 20)).beyondDoubt).toBe(true);
  expect(asymmetry(withheld('too_few_steps')).beyondDoubt).toBe(false);
});

it('finds a large difference beyond doubt, and none in an even runner', () => {
  const large = measureIt({ contactAsymmetry: 0.3 }).found.contactTime;
  expect(large.percent.value).toBeGreaterThan(20);
  expect(large.beyondDoubt).toBe(true);
  const even = measureIt({}).found;
  expect(names.filter((name) => even[name].beyondDoubt)).toEqual([]);
});

it('is withheld from a clip with a single contact of a leg', () => {
  const { found } = measureIt({}, { durationS: 1.2 });
  expect(found.contactTime.percent).toMatchObject({ value: null, reason: 'too_few_steps' });
  expect(found.stepTime.percent.reason).toBe('too_few_steps');
});
