import { describe, expect, it } from 'vitest';
import { pathSideCamera, sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { measurePoses } from '../../test/support/measure-poses.ts';
import { buildTracks } from '../tracks/build-tracks.ts';
import { markerCalibration } from './network-calibration.ts';
import { metresPerPx } from './scale.ts';
import { findStances } from './stances.ts';

const cases = (['left', 'right'] as const).flatMap((side) =>
  [2.5, 4, 8].flatMap((distanceM) => [0, 3].map((noisePx) => ({ side, distanceM, noisePx }))),
);

describe('near and far leg cancel', () => {
  it.each(cases)('on a belt, $side side from $distanceM m, $noisePx px of noise', ({ side, distanceM, noisePx }) => {
    const { poses } = syntheticPoses(createRunner({ speedMps: 3 }), sideCamera({ side, distanceM }), {
      ...{ fps: 60, durationS: 6, noisePx },
    });
    const tracks = buildTracks(poses);
    const scale = metresPerPx(tracks, 1.75, markerCalibration);
    expect(Math.abs(scale / (2.4 / 1280) - 1)).toBeLessThan(0.005);
    expect(Math.abs(((findStances(tracks)?.runSpeedPxS ?? 0) * scale) / 3 - 1)).toBeLessThan(0.008);
  });

  it.each(cases)('along a path, $side side from $distanceM m and as much again', ({ side, distanceM, noisePx }) => {
    const runner = createRunner({ speedMps: 3, ground: 'overground' });
    const film = { fps: 60, durationS: 2.4, startS: -1.2, noisePx };
    const { poses } = syntheticPoses(runner, pathSideCamera({ side, distanceM: 2 * distanceM }), film);
    const { speedMps, stepLengthM } = measurePoses(poses, {});
    expect(Math.abs((speedMps.value ?? 0) / 3 - 1)).toBeLessThan(0.005);
    expect(Math.abs((stepLengthM.value ?? 0) / (180 / 167.25) - 1)).toBeLessThan(0.01);
  });
});
