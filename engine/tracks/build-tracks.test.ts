import { describe, expect, it } from 'vitest';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { type SyntheticPosesOptions, syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner, type SyntheticRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { keypointIndex, keypointNames } from '../pose/keypoint-names.ts';
import { buildTracks } from './build-tracks.ts';

const runner: SyntheticRunner = createRunner({ speedMps: 3 });
const filmed = (options: Partial<SyntheticPosesOptions> = {}, side: 'left' | 'right' = 'right') =>
  syntheticPoses(runner, sideCamera({ side }), { fps: 30, durationS: 6, noisePx: 2, ...options });

/** Largest distance of the left ankle's track from where the ankle really was, away from the clip's ends. */
function leftAnkleError(options: Partial<SyntheticPosesOptions>): number {
  const { poses, exact } = filmed(options);
  const { xPx, yPx } = buildTracks(poses).points.left_ankle;
  let worst = 0;
  for (let frame = 4; frame < poses.frameCount - 4; frame++) {
    const element = frame * keypointNames.length + keypointIndex.left_ankle;
    const miss = Math.hypot(
      (xPx[frame] ?? 0) - (exact.xPx[element] ?? 0),
      (yPx[frame] ?? 0) - (exact.yPx[element] ?? 0),
    );
    worst = Math.max(worst, miss);
  }
  return worst;
}

describe('swapped legs', () => {
  const cases = [
    { fps: 30, swapFraction: 0.1, swapRunFrames: 1 },
    { fps: 30, swapFraction: 0.3, swapRunFrames: 4 },
    { fps: 60, swapFraction: 0.2, swapRunFrames: 9 },
    { fps: 30, swapFraction: 0.25, swapRunFrames: 20, seed: 4 },
  ];
  it.each(cases)('are put back: $swapFraction of the frames at $fps fps, $swapRunFrames together', (options) => {
    const { poses, swapped } = filmed(options);
    expect(buildTracks(poses).report.legSwapsRepaired).toBe(swapped.reduce((sum, mark) => sum + mark, 0));
    expect(leftAnkleError(options)).toBeLessThan(20);
  });

  it('are not invented where there are none', () => {
    expect(buildTracks(filmed({ noisePx: 6, fps: 60 }).poses).report.legSwapsRepaired).toBe(0);
  });
});

it('bridges lost frames and keeps near the truth', () => {
  expect(leftAnkleError({ dropFraction: 0.08 })).toBeLessThan(25);
});

it('sees which way the runner faces, from either side and in a mirror', () => {
  expect(buildTracks(filmed().poses).facing).toBe(1);
  expect(buildTracks(filmed({}, 'left').poses).facing).toBe(-1);
  expect(buildTracks(filmed({ mirrored: true }).poses).facing).toBe(-1);
});

it('measures the runner’s height in the picture within 2 %', () => {
  const { heightM } = runner.parameters;
  const pxPerM = 1280 / 2.4;
  expect(Math.abs(buildTracks(filmed().poses).bodyHeightPx / (heightM * pxPerM) - 1)).toBeLessThan(0.02);
});

it('tells feet from no feet', () => {
  expect(buildTracks(filmed().poses).hasFeet).toBe(true);
  expect(buildTracks(filmed({ network: 'movenet-lightning' }).poses).hasFeet).toBe(false);
});

it('gives the same numbers twice', () => {
  expect(buildTracks(filmed().poses)).toEqual(buildTracks(filmed().poses));
});
