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

it('is looked for as far as the strides that are seen allow, however long nobody is in the picture', () => {
  const seen = filmed('treadmill', 2.6);
  const long = followedByNobody(seen, 8);
  const [legs, alone] = [legsOf(long), legsOf(seen)];
  expect(legs.strideS).toBeCloseTo(alone.strideS, 4);
  expect(legs.strideSeS / alone.strideSeS).toBeCloseTo(1, 2);
  const rough = { ...alone, strideS: 1.02 * alone.strideS };
  expect(wholeBodyStride(long, rough, true).strideS).toBeCloseTo(wholeBodyStride(seen, rough, true).strideS, 3);
});

/** A clip that goes on for so many seconds. */
function followedByNobody(tracks: Tracks, seconds: number): Tracks {
  const more = Math.round(30 * seconds);
  const frameCount = tracks.frameCount + more;
  const timesS = Float64Array.from({ length: frameCount }, (_, i) => i / 30);
  const on = (values: Float64Array): Float64Array => timesS.map((_, i) => values[i] ?? Number.NaN);
  const points = Object.fromEntries(
    Object.entries(tracks.points).map(([name, { xPx, yPx, seen }]) => [
      name,
      { xPx: on(xPx), yPx: on(yPx), seen: Uint8Array.from(timesS, (_, i) => seen[i] ?? 0) },
    ]),
  ) as unknown as Tracks['points'];
  return { ...tracks, frameCount, timesS, points };
}
