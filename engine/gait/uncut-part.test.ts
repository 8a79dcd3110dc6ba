import { expect, it, test } from 'vitest';
import { pathSideCamera, sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { inSlowMotion, probeOf, without } from '../../test/support/filmed-clip.ts';
import { walkerPoses } from '../../test/support/walker.ts';
import { measureClip } from '../measure-clip.ts';
import { type KeypointName, keypointNames } from '../pose/keypoint-names.ts';
import type { PoseSequence } from '../pose/pose-sequence.ts';

const runner = createRunner({ speedMps: 3 });
const { poses: whole } = syntheticPoses(runner, sideCamera(), { fps: 60, durationS: 6, noisePx: 1 });
const request = { heightM: 1.75, treadmill: true, paceSPerKm: 1000 / 3, language: 'en' } as const;
const measure = (pose: PoseSequence) => measureClip({ video: probeOf(pose), pose }, request);

it.each([0.1, 0.2, 0.5, 2])('measures the longer part of a clip out of which %d s were cut', (lackS) => {
  const { cutsS, metrics, tracks } = measure(without(whole, 2, 2 + lackS, true));
  expect(cutsS).toHaveLength(1);
  expect(Math.abs((cutsS[0] ?? 0) - 2)).toBeLessThan(0.1);
  const { value, halfWidth } = metrics.cadenceSpm;
  expect(Math.abs((value ?? Number.NaN) - runner.parameters.cadenceSpm)).toBeLessThan(halfWidth ?? 0);
  expect(halfWidth).toBeLessThan(3);
  expect(tracks.report).toMatchObject({ foundFraction: 1, bodyCutOff: false });
});

const strideS = 120 / runner.parameters.cadenceSpm;

it.each([
  ['a twentieth of a second', 0.05],
  ['a little more than half a stride', strideS / 2 + 0.05],
  ['a little less than half a stride', strideS / 2 - 0.05],
])('%s that was cut out is missed', (_name, lackS) => {
  const { cutsS, metrics } = measure(without(whole, 3.2, 3.2 + lackS, true));
  expect(cutsS).toHaveLength(1);
  expect(Math.abs((cutsS[0] ?? 0) - 3.2)).toBeLessThan(0.05);
  const { value, halfWidth } = metrics.cadenceSpm;
  expect(Math.abs((value ?? Number.NaN) - runner.parameters.cadenceSpm)).toBeLessThan(halfWidth ?? 0);
});

test('a cut that bends a short clip’s rhythm is seen', () => {
  const { poses } = syntheticPoses(runner, sideCamera(), { fps: 60, durationS: 2.6, noisePx: 1 });
  const { cutsS } = measure(without(poses, 1.2, 1.25, true));
  expect(cutsS).toHaveLength(1);
  expect(Math.abs((cutsS[0] ?? 0) - 1.2)).toBeLessThan(0.05);
});

test('two cuts leave the longest of three parts', () => {
  const { poses } = syntheticPoses(runner, sideCamera(), { fps: 60, durationS: 9, noisePx: 1 });
  const { cutsS, metrics } = measure(without(without(poses, 6.5, 6.7, true), 2, 2.15, true));
  expect(cutsS.map(Math.round)).toEqual([2, 6]);
  const { value, halfWidth } = metrics.cadenceSpm;
  expect(Math.abs((value ?? Number.NaN) - runner.parameters.cadenceSpm)).toBeLessThan(halfWidth ?? 0);
});

it.each([
  [3, 6.2],
  [3.8, 7],
])('measures the longest part, wherever the two cuts lie: %d s, %d s', (...cutsAtS) => {
  const { poses } = syntheticPoses(runner, sideCamera(), { fps: 60, durationS: 10, noisePx: 1 });
  const cut = cutsAtS.reduceRight((pose, atS) => without(pose, atS, atS + 0.17, true), poses);
  const { cutsS, gait } = measure(cut);
  const bounds = [0, ...cutsS, cut.timesS[cut.frameCount - 1] ?? 0];
  const lengths = bounds.slice(1).map((endS, i) => endS - (bounds[i] ?? 0));
  const longest = lengths.indexOf(Math.max(...lengths));
  expect(cutsS).toHaveLength(2);
  for (const { midStanceS } of gait.contacts) {
    expect(midStanceS).toBeGreaterThan(bounds[longest] ?? 0);
    expect(midStanceS).toBeLessThan(bounds[longest + 1] ?? 0);
  }
});

test('no cut is left in what is measured, however many there were', () => {
  const { poses } = syntheticPoses(runner, sideCamera(), { fps: 60, durationS: 12, noisePx: 1 });
  const cut = [10, 8.2, 6.3, 4.1, 2].reduce((pose, atS) => without(pose, atS, atS + 0.17, true), poses);
  const { value, halfWidth } = measure(cut).metrics.cadenceSpm;
  expect(Math.abs((value ?? Number.NaN) - runner.parameters.cadenceSpm)).toBeLessThan(halfWidth ?? 0);
});

test('a cut in slow motion is told in the file’s time', () => {
  const { poses } = syntheticPoses(runner, sideCamera(), { fps: 120, durationS: 5, noisePx: 1 });
  const pose = inSlowMotion(without(poses, 2, 2.2, true), 4);
  const { cutsS, metrics, timeScale } = measureClip({ video: probeOf(pose, 120), pose }, request);
  expect(timeScale.source).toBe('container');
  expect(cutsS).toHaveLength(1);
  expect(Math.abs((cutsS[0] ?? 0) - 8)).toBeLessThan(0.1);
  const { value, halfWidth } = metrics.cadenceSpm;
  expect(Math.abs((value ?? Number.NaN) - runner.parameters.cadenceSpm)).toBeLessThan(halfWidth ?? 0);
});

/** The same clip at a pace of the runner's that changes. */
const paced = (tempo: (timeS: number) => number): PoseSequence => {
  let atS = 0;
  const timesS = whole.timesS.map((timeS, i) => {
    if (i > 0) atS += (timeS - whole.timesS[i - 1]) / tempo(timeS);
    return atS;
  });
  return { ...whole, timesS };
};

/** The same clip with the legs' labels exchanged from a time on. */
function exchangedFrom(fromS: number): PoseSequence {
  const pose = { ...whole, xPx: whole.xPx.slice(), yPx: whole.yPx.slice(), score: whole.score.slice() };
  const width = keypointNames.length;
  for (const [frame, timeS] of pose.timesS.entries()) {
    if (timeS < fromS) continue;
    for (const [k, name] of keypointNames.entries()) {
      const other = keypointNames.indexOf(name.replace(/^left/, 'right') as KeypointName);
      if (!/^left_(hip|knee|ankle|heel|toe)$/.test(name)) continue;
      const [a, b] = [frame * width + k, frame * width + other];
      for (const values of [pose.xPx, pose.yPx, pose.score]) {
        [values[a], values[b]] = [values[b] ?? 0, values[a] ?? 0];
      }
    }
  }
  return pose;
}

test.each<[string, PoseSequence]>([
  ['a clip as it was filmed', whole],
  ['a network that takes each leg for the other from some frame on', exchangedFrom(3)],
  ['frames that are missing and have left their times', without(whole, 2, 2.3, false)],
  ['a runner who speeds up', paced((timeS) => 0.96 + 0.013 * timeS)],
  ['a runner who hurries for a moment', paced((timeS) => 1 + 0.06 * Math.exp(-(((timeS - 3) / 0.5) ** 2)))],
  ['a runner who wavers', paced((timeS) => 1 + 0.03 * Math.sin(4 * timeS))],
  ['few frames a second', syntheticPoses(runner, sideCamera(), { fps: 12, durationS: 6, noisePx: 1 }).poses],
  ['a walker', walkerPoses({ fps: 60, durationS: 8 })],
  [
    'a runner who passes by',
    syntheticPoses(createRunner({ speedMps: 3, ground: 'overground' }), pathSideCamera(), {
      ...{ fps: 60, durationS: 2.4, startS: -1.2, noisePx: 1 },
    }).poses,
  ],
])('%s has no cut', (_name, pose) => {
  expect(measure(pose).cutsS).toEqual([]);
});
