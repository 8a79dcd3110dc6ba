import { expect, it } from 'vitest';
import { panningCamera, pathSideCamera, trackingCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { buildTracks } from '../tracks/build-tracks.ts';
import type { Tracks } from '../tracks/tracks.ts';
import { fromTheNearest, turnCosines } from './panned.ts';
import { findStances } from './stances.ts';

const speedMps = 3;
const path = pathSideCamera({ fieldHeightM: 4.5, distanceM: 8 });

function filmed(camera: 'turned' | 'driven along', noisePx: number): Tracks {
  const follow = camera === 'turned' ? panningCamera(path, speedMps) : trackingCamera(path, speedMps);
  const film = { fps: 30, startS: -2, durationS: 4, noisePx };
  return buildTracks(syntheticPoses(createRunner({ speedMps, ground: 'overground' }), follow, film).poses);
}

it('tells from the size of a runner how far the camera is turned', () => {
  const cosines = turnCosines(filmed('turned', 2));
  // Two seconds on either side at 3 m/s past a camera 8 m away.
  const trueCosine = (timeS: number): number => 8 / Math.hypot(8, speedMps * (timeS - 2));
  expect(cosines).not.toBeNull();
  cosines?.forEach((cosine, i) => {
    expect(Math.abs(cosine - trueCosine(i / 30))).toBeLessThan(0.05);
  });
});

it('sees no turn in a camera that is driven along', () => {
  expect(turnCosines(filmed('driven along', 2))).toBeNull();
});

it('gives the speed that the slant had shortened', () => {
  const tracks = filmed('turned', 0);
  const mps = (seen: Tracks): number => ((findStances(seen)?.runSpeedPxS ?? Number.NaN) / 1080) * 4.5;
  expect(mps(tracks)).toBeLessThan(0.93 * speedMps);
  expect(Math.abs(mps(fromTheNearest(tracks, turnCosines(tracks) ?? new Float64Array())) / speedMps - 1)).toBeLessThan(
    0.03,
  );
});
