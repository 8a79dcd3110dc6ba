import { describe, expect, it } from 'vitest';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { measurePoses } from '../../test/support/measure-poses.ts';
import type { StrikePattern } from './side-view-metrics.ts';

const landing = (footAngleDeg: number, film = {}) => {
  const runner = createRunner({ speedMps: 3, footAngleDeg });
  const { poses, truth } = syntheticPoses(runner, sideCamera(), { fps: 60, durationS: 6, noisePx: 1, ...film });
  return { metrics: measurePoses(poses, { paceSPerKm: 1000 / 3 }), truth };
};

describe('runners who land on one part of the foot', () => {
  it.each<[number, StrikePattern]>([
    [16, 'rearfoot'],
    [3, 'midfoot'],
    [-8, 'forefoot'],
  ])('%d degrees, %s', (footAngleDeg, pattern) => {
    const { metrics, truth } = landing(footAngleDeg);
    expect(truth.metrics.strikePattern).toBe(pattern);
    expect(metrics.strikePattern).toBe(pattern);
    const right = metrics.footLandings.filter((one) => one.pattern === pattern || one.pattern === null);
    expect(right.length / metrics.footLandings.length).toBeGreaterThan(0.9);
    for (const { probabilities } of metrics.footLandings) {
      const { rearfoot, midfoot, forefoot } = probabilities ?? { rearfoot: 0, midfoot: 0, forefoot: 0 };
      expect(rearfoot + midfoot + forefoot).toBeCloseTo(1, 12);
    }
  });
});

it('is less sure of the pattern the nearer the foot lands to the angle that parts two', () => {
  const share = (footAngleDeg: number) => landing(footAngleDeg).metrics.strikeProbabilities?.rearfoot ?? 0;
  expect(share(22)).toBeGreaterThan(share(13));
  expect(share(13)).toBeGreaterThan(share(8));
});

it('says nothing of a foot that the network does not see', () => {
  const { metrics } = landing(12, { network: 'movenet-lightning' });
  expect(metrics.footAngleDeg.reason).toBe('keypoints_missing');
  expect(metrics.strikePattern).toBeNull();
  expect(metrics.strikeProbabilities).toBeNull();
});
