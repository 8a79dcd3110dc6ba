import { expect, it } from 'vitest';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { measurePoses } from '../../test/support/measure-poses.ts';

const keys = ['atTouchdown', 'atMidStance', 'atToeOff', 'min', 'max', 'range'] as const;

it.each([
  ['trunkLeanCycle', { trunkLeanDeg: 9 }, {}],
  ['trunkLeanCycle', { trunkLeanDeg: 3, speedMps: 4.5 }, { fps: 30 }],
  ['headGazeCycle', { headGazeDeg: -15 }, {}],
  ['headGazeCycle', { headGazeDeg: 4 }, { mirrored: true }],
] as const)('%s of a runner with %o holds the truth, filmed with %o', (name, run, film) => {
  const runner = createRunner({ speedMps: 3, ...run });
  const { poses, truth } = syntheticPoses(runner, sideCamera(), { fps: 60, durationS: 6, noisePx: 1, ...film });
  const found = measurePoses(poses, { paceSPerKm: 1000 / runner.parameters.speedMps })[name];
  const exact = truth.metrics[name];
  for (const key of keys) {
    const { value, halfWidth } = found[key];
    expect(Math.abs((value ?? Number.NaN) - exact[key]), key).toBeLessThan(halfWidth ?? 0);
  }
  found.curveDeg.forEach((value, percent) => {
    expect(Math.abs((value ?? Number.NaN) - (exact.curveDeg[percent] ?? 0)), `${percent} %`).toBeLessThan(2.5);
  });
});
