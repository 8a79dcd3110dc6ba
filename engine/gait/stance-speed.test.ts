import { expect, it } from 'vitest';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { buildTracks } from '../tracks/build-tracks.ts';
import { drawnSpeedPxS } from './stance-speed.ts';
import { findStances, type Stances } from './stances.ts';

const stancesAt = (speedMps: number): Stances => {
  const film = { fps: 60, durationS: 6, noisePx: 2 };
  const { poses } = syntheticPoses(createRunner({ speedMps }), sideCamera(), film);
  const stances = findStances(buildTracks(poses));
  if (stances === null) throw new Error('no stance');
  return stances;
};
const asDrawn = { from: 0.1, to: 0.65, speedFactor: 1 };

it('follows the belt by the ankles within a tenth, at every speed by much the same share', () => {
  const shares = [2.2, 3, 4].map((speedMps) => (drawnSpeedPxS(stancesAt(speedMps), asDrawn) * 2.4) / 1280 / speedMps);
  for (const share of shares) expect(Math.abs(share - 1)).toBeLessThan(0.1);
  expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(0.08);
});

it('takes the habit of the network off', () => {
  const stances = stancesAt(3);
  expect(drawnSpeedPxS(stances, { ...asDrawn, speedFactor: 1.1 })).toBeCloseTo(
    1.1 * drawnSpeedPxS(stances, asDrawn),
    9,
  );
});

it('is not known where no foot stands', () => {
  const { legs, ...others } = stancesAt(3);
  const none = { left: { ...legs.left, windows: [] }, right: { ...legs.right, windows: [] } };
  expect(drawnSpeedPxS({ ...others, legs: none }, asDrawn)).toBeNaN();
});
