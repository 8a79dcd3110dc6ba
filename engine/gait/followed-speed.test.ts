import { expect, test } from 'vitest';
import { pathSideCamera, trackingCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { buildTracks } from '../tracks/build-tracks.ts';
import { findStances, followedSpeedPxS } from './stances.ts';

/** Of {@link pathSideCamera} in the middle of the way. */
const pxPerM = 1080 / 4.5;

test.each([2.5, 3.5, 5])(
  'a followed runner is as fast as over whole strides, not as while a foot stands: %s m/s',
  (speedMps) => {
    const runner = createRunner({ speedMps, ground: 'overground' });
    const camera = trackingCamera(pathSideCamera(), speedMps);
    const { poses } = syntheticPoses(runner, camera, { fps: 60, durationS: 6, noisePx: 1 });
    const stances = findStances(buildTracks(poses));
    if (stances === null) throw new Error('no stance was found');
    expect(Math.abs(followedSpeedPxS(stances) / pxPerM / speedMps - 1)).toBeLessThan(0.015);
  },
);
