import { expect, it } from 'vitest';
import { backCamera } from '../../../fixtures/keypoints/back-camera.ts';
import { syntheticPoses } from '../../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../../fixtures/runner/synthetic-runner.ts';
import { normalAt } from '../../../fixtures/seeded-random.ts';
import { buildTracks } from '../../tracks/build-tracks.ts';
import type { Track, Tracks } from '../../tracks/tracks.ts';
import { fitStride, type StrideFit } from '../phase-fit.ts';
import { bodyScale } from './body-scale.ts';
import { steadied } from './steadied.ts';
import { wholeBodyStride } from './whole-body-stride.ts';

const cadenceSpm = 168;
const camera = backCamera({ distanceM: 3.5, heightM: 1, fieldHeightM: 2.3 });

function filmed(ground: 'treadmill' | 'overground', durationS: number): Tracks {
  const runner = createRunner({ speedMps: 3, cadenceSpm, ground });
  const { poses } = syntheticPoses(runner, camera, { fps: 30, startS: 0, durationS, noisePx: 1, seed: 5 });
  const tracks = buildTracks(poses);
  return steadied(tracks, bodyScale(tracks));
}

const errorSpm = ({ strideS }: StrideFit): number => Math.abs(120 / strideS - cadenceSpm);

function legsOf(tracks: Tracks): StrideFit {
  const legs = fitStride(tracks);
  if (legs === null) throw new Error('no rhythm');
  return legs;
}

it('on a treadmill, ankles that a network draws badly count little', () => {
  const tracks = filmed('treadmill', 2.6);
  const shaken = ({ xPx, yPx, seen }: Track, key: number): Track => ({
    xPx: xPx.map((x, i) => x + 25 * normalAt(key, i, 1)),
    yPx: yPx.map((y, i) => y + 25 * normalAt(key, i, 2)),
    seen,
  });
  const { left_ankle: left, right_ankle: right } = tracks.points;
  const points = { ...tracks.points, left_ankle: shaken(left, 1), right_ankle: shaken(right, 2) };
  const badly = { ...tracks, points };
  const legs = legsOf(badly);
  expect(errorSpm(legs)).toBeGreaterThan(0.4);
  expect(errorSpm(wholeBodyStride(badly, legs, true))).toBeLessThan(0.2);
});

it('of a runner who runs away, the feet do not tell the rhythm', () => {
  const tracks = filmed('overground', 2.6);
  const legs = legsOf(tracks);
  const whole = wholeBodyStride(tracks, legs, false);
  expect(errorSpm(legs)).toBeGreaterThan(0.8);
  expect(errorSpm(whole)).toBeLessThan(0.4);
  expect(whole.strideSeS).toBeGreaterThan(legs.strideSeS);
});
