import { expect, it } from 'vitest';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { steadyPeriodS } from './cycle-model.ts';
import { splitByKeypoint } from './raw-points.ts';

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
