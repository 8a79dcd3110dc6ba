import { describe, expect, it } from 'vitest';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { buildTracks } from '../tracks/build-tracks.ts';
import type { Contact } from './contact.ts';
import { hipHeightAtMidStance, isRunning } from './running.ts';

const { poses, truth } = syntheticPoses(createRunner({ speedMps: 3 }), sideCamera(), { fps: 60, durationS: 4 });
const tracks = buildTracks(poses);
const scaleMPerPx = 1.75 / tracks.bodyHeightPx;
const stride = { strideS: truth.strideS, strideSeS: 0.001, explained: 0.98 };

/** The same touchdowns with feet that stand for this share of the stride. */
const standing = (dutyFactor: number, shiftS = 0): Contact[] =>
  truth.contacts.map(({ side, touchdownS }) => {
    const from = touchdownS + shiftS;
    const lengthS = dutyFactor * truth.strideS;
    return { side, touchdownS: from, midStanceS: from + lengthS / 2, toeOffS: from + lengthS };
  });

describe('running', () => {
  it('is a steady stride with the hips low on a foot that leaves before the other lands', () => {
    expect(hipHeightAtMidStance(tracks, stride, truth.contacts)).toBeLessThan(-0.005);
    expect(isRunning(tracks, stride, truth.contacts, scaleMPerPx)).toBe(true);
  });

  it('is not: feet that stand as long as a walker’s', () => {
    expect(isRunning(tracks, stride, standing(0.62), scaleMPerPx)).toBe(false);
  });

  it('is a foot that seems to stand for more than half of the stride, under hips that fall as a body in flight does', () => {
    expect(isRunning(tracks, stride, standing(0.57), scaleMPerPx)).toBe(true);
    // A walker's fall by a third of that.
    expect(isRunning(tracks, stride, standing(0.57), scaleMPerPx / 3)).toBe(false);
    expect(isRunning(tracks, stride, standing(0.57), Number.NaN)).toBe(false);
  });

  it('is not: hips high over the standing foot', () => {
    expect(isRunning(tracks, stride, standing(0.35, truth.strideS / 4), scaleMPerPx)).toBe(false);
  });

  it('is not: no rhythm, a walker’s slow stride, no contact', () => {
    expect(isRunning(tracks, { ...stride, explained: 0.3 }, truth.contacts, scaleMPerPx)).toBe(false);
    expect(isRunning(tracks, { ...stride, strideS: 1.2 }, truth.contacts, scaleMPerPx)).toBe(false);
    expect(isRunning(tracks, stride, [], scaleMPerPx)).toBe(false);
  });
});
