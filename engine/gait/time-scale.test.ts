import { describe, expect, it } from 'vitest';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import type { RunnerOptions } from '../../fixtures/runner/runner-parameters.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { inSlowMotion, probeOf } from '../../test/support/filmed-clip.ts';
import type { PoseSequence } from '../pose/pose-sequence.ts';
import { markerCalibration } from './network-calibration.ts';
import { inFileTime, readTimedGait } from './time-scale.ts';

const context = { heightM: 1.75, treadmill: true, calibration: markerCalibration };

/** Ten seconds of a file that holds the runner `factor` times slower. */
const filmed = (run: RunnerOptions, factor: number, noisePx = 2): PoseSequence => {
  const film = { fps: 30 * factor, durationS: 10 / factor, noisePx };
  return inSlowMotion(syntheticPoses(createRunner(run), sideCamera(), film).poses, factor);
};

const read = (pose: PoseSequence, captureFps: number | null = null) =>
  readTimedGait(pose, probeOf(pose, captureFps), context);

describe('a runner filmed in slow motion', () => {
  it.each([2, 4, 8])('by %d is recognised by his gait', (factor) => {
    for (const speedMps of [2, 3, 4.5]) {
      const { clip, timeScale } = read(filmed({ speedMps }, factor));
      expect(timeScale).toEqual({ factor, source: 'gait' });
      const cadence = 120 / (clip.gait.strideS ?? 1);
      expect(Math.abs(cadence - (162 + 10.5 * (speedMps - 2.5)))).toBeLessThan(3);
    }
  });

  it('is told by the container where the camera has noted its rate', () => {
    const { clip, timeScale } = read(filmed({ speedMps: 3 }, 4), 120);
    expect(timeScale).toEqual({ factor: expect.closeTo(4, 9), source: 'container' });
    expect(clip.gait.running).toBe(true);
    expect(120 / (clip.gait.strideS ?? 1)).toBeCloseTo(167.25, 0);
  });

  it('by a factor that is not among the usual is told by the container alone', () => {
    const { clip, timeScale } = read(filmed({ speedMps: 3 }, 5), 150);
    expect(timeScale).toEqual({ factor: expect.closeTo(5, 9), source: 'container' });
    expect(120 / (clip.gait.strideS ?? 1)).toBeCloseTo(167.25, 0);
  });

  it('at so high a cadence that half of it could be a jogger’s is not taken for one', () => {
    const { timeScale } = read(filmed({ speedMps: 5, cadenceSpm: 230 }, 2));
    expect(timeScale).toEqual({ factor: 2, source: 'gait' });
  });
});

it('of a rhythm that is not clear no factor is guessed', () => {
  const timeScaleOf = (noisePx: number) => read(filmed({ speedMps: 3 }, 4, noisePx)).timeScale;
  expect(timeScaleOf(16)).toEqual({ factor: 4, source: 'gait' });
  expect(timeScaleOf(60)).toEqual({ factor: 1, source: 'file' });
});

describe('a clip at full speed', () => {
  it.each([1.6, 3, 6])('of a runner at %d m/s is taken as it is', (speedMps) => {
    expect(read(filmed({ speedMps }, 1)).timeScale).toEqual({ factor: 1, source: 'file' });
  });

  it('with the slowest cadence is no slow motion', () => {
    expect(read(filmed({ speedMps: 2, cadenceSpm: 121 }, 1)).timeScale.factor).toBe(1);
  });

  it('whose noted rate is the file’s own stays so, rounding aside', () => {
    expect(read(filmed({ speedMps: 3 }, 1), 29.97).timeScale).toEqual({ factor: 1, source: 'file' });
  });

  it('of which the dark has swallowed every other frame is not slowed by what the camera meant to capture', () => {
    expect(read(filmed({ speedMps: 3 }, 1), 60).timeScale).toEqual({ factor: 1, source: 'file' });
  });

  it('without running is not made running by any factor', () => {
    const pose = filmed({ speedMps: 3 }, 1);
    const still = { ...pose, xPx: pose.xPx.map(() => 300), yPx: pose.yPx.map(() => 400) };
    const { clip, timeScale } = read(still);
    expect(timeScale.factor).toBe(1);
    expect(clip.gait.running).toBe(false);
  });
});

it('gives contacts in the file’s time back', () => {
  const { clip, timeScale } = read(filmed({ speedMps: 3 }, 4));
  const shown = inFileTime(clip.gait, timeScale);
  expect(shown.contacts[1].touchdownS).toBeCloseTo(4 * clip.gait.contacts[1].touchdownS, 12);
  expect(shown.strideS).toBeCloseTo(4 * (clip.gait.strideS ?? 0), 12);
  expect(shown.runSpeedPxS).toBeCloseTo((clip.gait.runSpeedPxS ?? 0) / 4, 9);
});
