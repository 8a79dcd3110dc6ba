import { describe, expect, it } from 'vitest';
import { backCamera } from '../../../fixtures/keypoints/back-camera.ts';
import { syntheticPoses } from '../../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../../fixtures/runner/synthetic-runner.ts';
import { inSlowMotion, probeOf, without } from '../../../test/support/filmed-clip.ts';
import type { PoseSequence } from '../../pose/pose-sequence.ts';
import { markerBackCalibration } from './back-calibration.ts';
import { backGaitInFileTime, readTimedBackGait, readUncutBackGait, type TimedBackGait } from './back-time-scale.ts';

const camera = backCamera({ distanceM: 4, heightM: 1, fieldHeightM: 2.3 });
const film = { fps: 120, startS: 0, durationS: 3, noisePx: 1, seed: 3 };
const filmed: PoseSequence = syntheticPoses(createRunner({ ground: 'treadmill' }), camera, film).poses;

const read = (pose: PoseSequence, captureFps: number | null): TimedBackGait =>
  readTimedBackGait(pose, probeOf(pose, captureFps), { treadmill: true, calibration: markerBackCalibration });

describe('a runner from behind, filmed at 120 frames a second', () => {
  const asFilmed = read(filmed, 120);

  it('is taken as he is at full speed', () => {
    expect(asFilmed.timeScale).toEqual({ factor: 1, source: 'file' });
    expect(asFilmed.gait.running).toBe(true);
  });

  it('and played as 30 keeps his own times where the camera has noted its rate, and gives the frames’ where something is shown beside them', () => {
    const slow = read(inSlowMotion(filmed, 4), 120);
    expect(slow.timeScale).toEqual({ factor: expect.closeTo(4, 6), source: 'container' });
    expect(slow.gait.strideS).toBeCloseTo(asFilmed.gait.strideS ?? 0, 4);
    const shown = backGaitInFileTime(slow.gait, slow.timeScale);
    expect(shown.steps).toHaveLength(asFilmed.gait.steps.length);
    expect(shown.steps[2].touchdownS).toBeCloseTo(4 * asFilmed.gait.steps[2].touchdownS, 2);
    expect(shown.strideS).toBeCloseTo(4 * (asFilmed.gait.strideS ?? 0), 3);
  });

  it('and played as 30 without a note is no runner: nothing is guessed', () => {
    const slow = read(inSlowMotion(filmed, 4), null);
    expect(slow.timeScale.source).toBe('file');
    expect(slow.gait.running).toBe(false);
  });
});

describe('a runner from behind for six seconds', () => {
  const runner = createRunner({ ground: 'treadmill' });
  const { poses } = syntheticPoses(runner, camera, { ...film, fps: 60, durationS: 6 });
  const uncut = (pose: PoseSequence) =>
    readUncutBackGait(pose, probeOf(pose), { treadmill: true, calibration: markerBackCalibration });
  const strideS = 120 / runner.parameters.cadenceSpm;

  it('has no cut as he was filmed, nor where frames are missing and have left their times', () => {
    expect(uncut(poses).cutsS).toEqual([]);
    expect(uncut(without(poses, 3, 3.2, false)).cutsS).toEqual([]);
  });

  it.each([0.1, 0.2])('and out of which %d s were cut is measured in the longer part', (lackS) => {
    const { cutsS, gait } = uncut(without(poses, 2.2, 2.2 + lackS, true));
    expect(cutsS).toHaveLength(1);
    expect(Math.abs((cutsS[0] ?? 0) - 2.2)).toBeLessThan(0.1);
    expect(Math.abs((gait.strideS ?? 0) / strideS - 1)).toBeLessThan(0.01);
    const accepted = gait.steps.filter((step) => step.accepted);
    expect(accepted.length).toBeGreaterThan(5);
    for (const { midStanceS } of accepted) expect(midStanceS).toBeGreaterThan(cutsS[0] ?? 0);
  });
});
