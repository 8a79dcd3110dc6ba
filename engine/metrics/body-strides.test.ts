import { describe, expect, it } from 'vitest';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { measurePoses } from '../../test/support/measure-poses.ts';
import { bodyStridesOf } from './body-strides.ts';

const known = Float64Array.from({ length: 66 }, () => 1);
const track = { xPx: known, yPx: known, score: known };
const points = new Proxy({}, { get: () => track }) as Parameters<typeof bodyStridesOf>[0]['points'];
/** 2.17 s at 30 frames a second. */
const tracks = { timesS: Float64Array.from(known, (_, i) => i / 30), points };
const contact = (side: 'left' | 'right', touchdownS: number) => ({ side, touchdownS });
const stride = (startS: number) => ({ side: 'left' as const, startS, endS: startS + 0.7 });

describe('strides of the body', () => {
  it('are those of the leg that has more', () => {
    const left = [stride(0.2), stride(0.9)];
    expect(bodyStridesOf(tracks, [contact('left', 0.2)], { left, right: [stride(0.5)] }, 0.7)).toBe(left);
  });

  it('are laid end to end where neither leg has two', () => {
    const laid = bodyStridesOf(tracks, [contact('left', 0.85)], { left: [stride(0.85)], right: [] }, 0.7);
    expect(laid.map(({ startS }) => startS)).toEqual([expect.closeTo(0.15, 9), expect.closeTo(0.85, 9)]);
    expect(laid[1]?.endS).toBeLessThan(2.17 - 0.1);
  });

  it('are none without a touchdown', () => {
    expect(bodyStridesOf(tracks, [], { left: [], right: [] }, 0.7)).toEqual([]);
  });
});

it('of somebody who passes by in two seconds tell trunk, head, arm and bounce within their intervals', () => {
  const runner = createRunner({ speedMps: 3, trunkLeanDeg: 8 });
  for (const durationS of [2, 2.1]) {
    const { poses, truth } = syntheticPoses(runner, sideCamera(), { fps: 60, durationS, noisePx: 1 });
    const metrics = measurePoses(poses, { paceSPerKm: 1000 / 3 });
    for (const name of ['trunkLeanDeg', 'headGazeDeg', 'elbowAngleDeg', 'verticalOscillationM'] as const) {
      const { value, halfWidth } = metrics[name];
      expect(Math.abs((value ?? Number.NaN) - truth.metrics[name]), name).toBeLessThanOrEqual(halfWidth ?? Number.NaN);
    }
  }
});
