import { describe, expect, it } from 'vitest';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { readGait } from '../gait/read-gait.ts';
import { planShoes } from './plan-shoes.ts';

const context = { heightM: 1.75, treadmill: true };

describe.each([30, 240])('the shoes that are looked at, %i frames per second', (fps) => {
  const filmed = syntheticPoses(createRunner({ speedMps: 3 }), sideCamera(), { fps, durationS: 4, noisePx: 1 });
  const { tracks, gait } = readGait(filmed.poses, context);
  const stances = planShoes(tracks, gait.contacts);

  it('are two to five of each stance while it lasts, in order', () => {
    expect(stances.length).toBe(gait.contacts.length);
    for (const [i, { side, shoes }] of stances.entries()) {
      const { touchdownS, toeOffS } = gait.contacts[i];
      expect(side).toBe(gait.contacts[i].side);
      expect(shoes.length).toBeGreaterThanOrEqual(2);
      expect(shoes.length).toBeLessThanOrEqual(5);
      const timesS = shoes.map(({ timeS }) => timeS);
      expect(timesS).toEqual(timesS.toSorted((a, b) => a - b));
      expect(timesS[0]).toBeGreaterThan(touchdownS);
      expect(timesS.at(-1)).toBeLessThan(toeOffS);
    }
  });

  it('lie in the picture, ahead of their ankles', () => {
    for (const { anklePx, region } of stances.flatMap(({ shoes }) => shoes)) {
      expect(region.leftPx).toBeGreaterThanOrEqual(0);
      expect(region.leftPx + region.widthPx * region.pixelPx).toBeLessThanOrEqual(tracks.widthPx);
      expect(region.topPx + region.heightPx * region.pixelPx).toBeLessThanOrEqual(tracks.heightPx);
      const middlePx = region.leftPx + (region.widthPx * region.pixelPx) / 2;
      expect(Math.sign(middlePx - anklePx[0])).toBe(tracks.facing);
    }
  });
});

it.each([
  // Eighty contacts: every second one would be of one leg.
  [29.2, 2.6],
  [30, 3],
])('are of forty stances at most, of both legs, spread over a clip of %s s', (durationS, speedMps) => {
  const filmed = syntheticPoses(createRunner({ speedMps }), sideCamera(), { fps: 30, durationS, noisePx: 1 });
  const { tracks, gait } = readGait(filmed.poses, context);
  expect(gait.contacts.length).toBeGreaterThan(60);
  const stances = planShoes(tracks, gait.contacts);
  expect(stances.length).toBeLessThanOrEqual(40);
  expect(stances.length).toBeGreaterThan(35);
  expect(stances.at(-1)?.shoes[0]?.timeS).toBeGreaterThan(28);
  for (const side of ['left', 'right'])
    expect(stances.filter((stance) => stance.side === side).length).toBeGreaterThan(17);
});
