import { expect, it } from 'vitest';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { buildTracks } from '../tracks/build-tracks.ts';
import { drawnSpeedPxS } from './stance-speed.ts';
import { findStances, type LegStances, type Stances } from './stances.ts';

const stancesAt = (speedMps: number): Stances => {
  const film = { fps: 60, durationS: 6, noisePx: 2 };
  const { poses } = syntheticPoses(createRunner({ speedMps }), sideCamera(), film);
  const stances = findStances(buildTracks(poses));
  if (stances === null) throw new Error('no stance');
  return stances;
};
const asDrawn = { from: 0.1, to: 0.65, speedFactor: 1, beltFactor: 1 };

it.each(['treadmill', 'panning'] as const)(
  'follows the ground by the ankles within a tenth, at every speed by much the same share: %s',
  (camera) => {
    const shares = [2.2, 3, 4].map(
      (speedMps) => (drawnSpeedPxS(stancesAt(speedMps), asDrawn, camera) * 2.4) / 1280 / speedMps,
    );
    for (const share of shares) expect(Math.abs(share - 1)).toBeLessThan(0.1);
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(0.08);
  },
);

it('takes the habit of the network off, each camera its own', () => {
  const stances = stancesAt(3);
  const habit = { ...asDrawn, speedFactor: 1.1, beltFactor: 1.2 };
  for (const [camera, factor] of [
    ['panning', 1.1],
    ['treadmill', 1.2],
  ] as const) {
    expect(drawnSpeedPxS(stances, habit, camera)).toBeCloseTo(factor * drawnSpeedPxS(stances, asDrawn, camera), 9);
  }
});

it('goes by the ankles alone on a treadmill, where hips are slower than the belt while a foot stands', () => {
  const { legs, ...others } = stancesAt(3);
  const slower = (leg: LegStances): LegStances => ({
    ...leg,
    path: { ...leg.path, hipPx: leg.path.hipPx.map((px, i) => px - 50 * leg.path.timesS[i]) },
  });
  const held = { ...others, legs: { left: slower(legs.left), right: slower(legs.right) } };
  expect(drawnSpeedPxS(held, asDrawn, 'treadmill')).toBe(drawnSpeedPxS({ ...others, legs }, asDrawn, 'treadmill'));
  expect(drawnSpeedPxS({ ...others, legs }, asDrawn, 'panning') - drawnSpeedPxS(held, asDrawn, 'panning')).toBeCloseTo(
    50,
    6,
  );
});

it('is not known where no foot stands', () => {
  const { legs, ...others } = stancesAt(3);
  const none = { left: { ...legs.left, windows: [] }, right: { ...legs.right, windows: [] } };
  expect(drawnSpeedPxS({ ...others, legs: none }, asDrawn, 'panning')).toBeNaN();
});
