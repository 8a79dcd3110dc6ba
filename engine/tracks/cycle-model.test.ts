import { expect, it } from 'vitest';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { CycleModel, steadyPeriodS } from './cycle-model.ts';
import { erase, splitByKeypoint } from './raw-points.ts';

const runner = createRunner({ speedMps: 3 });
const { poses, truth } = syntheticPoses(runner, sideCamera({ side: 'right' }), { fps: 30, durationS: 10, noisePx: 1 });
const { strideS } = truth;

it('is of a clip in which the legs are seen for four strides, however long it is', () => {
  const rhythm = { periodS: strideS, explained: 0.95 };
  const seenFor = (seconds: number) =>
    splitByKeypoint({ ...poses, found: poses.found.map((mark, frame) => (frame < 30 * seconds ? mark : 0)) });
  expect(steadyPeriodS(rhythm, seenFor(10), poses.timesS)).toBe(strideS);
  expect(steadyPeriodS(rhythm, seenFor(2), poses.timesS)).toBeNull();
});

it('counts the points that it fills, and those alone', () => {
  const frames = [60, 61, 62, 63, 64];
  const filledWithout = (names: readonly ('left_ankle' | 'left_hip')[]): number => {
    const points = splitByKeypoint(poses);
    for (const name of names) for (const frame of frames) erase(points[name], frame);
    return new CycleModel(poses.timesS, strideS).bridge(points);
  };
  expect(filledWithout(['left_ankle'])).toBe(frames.length);
  expect(filledWithout(['left_ankle', 'left_hip'])).toBe(0);
});
