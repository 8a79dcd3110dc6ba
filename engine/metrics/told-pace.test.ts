import { describe, expect, it } from 'vitest';
import { pathSideCamera, sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { measurePoses } from '../../test/support/measure-poses.ts';
import { type Measured, withheld } from './measured.ts';

const { poses } = syntheticPoses(createRunner({ heightM: 1.75, speedMps: 3 }), sideCamera(), {
  ...{ fps: 60, durationS: 5, noisePx: 1 },
});
/** A clip of a belt at 3 m/s, by what its pace was told to be. */
const told = (mps: number) => measurePoses(poses, { paceSPerKm: 1000 / mps });
const holds = ({ value, halfWidth }: Measured, truth: number): boolean =>
  Math.abs((value ?? Number.NaN) - truth) <= (halfWidth ?? Number.NaN);

describe('a told pace that the pictures contradict', () => {
  it.each([2.2, 2.5, 3.6, 5])('at %d m/s has an interval that reaches the belt', (mps) => {
    const { speedMps, paceSPerKm, stepLengthM, cadenceSpm } = told(mps);
    expect(speedMps.value).toBe(mps);
    expect(holds(speedMps, 3)).toBe(true);
    expect(holds(paceSPerKm, 1000 / 3)).toBe(true);
    expect(holds(stepLengthM, 180 / (cadenceSpm.value ?? Number.NaN))).toBe(true);
    expect(speedMps.halfWidth ?? 0).toBeLessThan(1.2 * Math.abs(mps - 3) + 0.2);
  });

  it('tells nothing where the two are too far apart, or the feet stand still', () => {
    const path = syntheticPoses(createRunner({ speedMps: 3, ground: 'overground' }), pathSideCamera(), {
      ...{ fps: 60, durationS: 2.6, startS: -1.3, noisePx: 1 },
    });
    for (const metrics of [told(1.4), told(7), told(12.5), measurePoses(path.poses, { paceSPerKm: 1000 / 3 })]) {
      const { speedMps, paceSPerKm, stepLengthM } = metrics;
      for (const metric of [speedMps, paceSPerKm, stepLengthM])
        expect(metric).toEqual(withheld('implausible', metric.n));
      expect(metrics.cadenceSpm.value).not.toBeNull();
    }
  });
});

it('leaves the belt’s 2 % where the pictures do not contradict it', () => {
  for (const mps of [2.9, 3, 3.1]) {
    const { speedMps, paceSPerKm } = told(mps);
    expect(speedMps.halfWidth).toBe(0.02 * mps);
    expect((paceSPerKm.halfWidth ?? 0) / (paceSPerKm.value ?? 0)).toBeCloseTo(0.02, 9);
  }
});
