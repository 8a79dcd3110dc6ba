import { describe, expect, it } from 'vitest';
import { pathSideCamera, trackingCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { type KeypointName, keypointIndex, keypointNames } from '../pose/keypoint-names.ts';
import type { PoseSequence } from '../pose/pose-sequence.ts';
import { buildTracks } from '../tracks/build-tracks.ts';
import { findGait } from './find-gait.ts';
import { markerCalibration } from './network-calibration.ts';
import { findStances, followedSpeedPxS, type Stances } from './stances.ts';

/** Of {@link pathSideCamera} in the middle of the way. */
const pxPerM = 1080 / 4.5;
/** Share of the speed by which people's hips are slower in the middle of a stance. */
const slowerShare = 0.04;

function stancesOf(pose: PoseSequence): Stances {
  const stances = findStances(buildTracks(pose));
  if (stances === null) throw new Error('no stance was found');
  return stances;
}

/** The same runner with hips that are slower while a foot stands, and as much faster on the way to the next. */
function withWaveringHips(pose: PoseSequence, speedMps: number): PoseSequence {
  const { stride, legs } = stancesOf(pose);
  const { path, windows } = legs.left;
  const { midFrom, midTo } = windows[1] as (typeof windows)[number];
  const midStanceS = path.timesS[Math.round((midFrom + midTo) / 2)];
  const stepHz = 2 / stride.strideS;
  const xPx = pose.xPx.slice();
  for (const [frame, timeS] of pose.timesS.entries()) {
    const turns = stepHz * (timeS - midStanceS);
    const behindM = (slowerShare * speedMps * Math.sin(2 * Math.PI * turns)) / (2 * Math.PI * stepHz);
    for (const hip of ['left_hip', 'right_hip'] satisfies KeypointName[])
      xPx[frame * keypointNames.length + keypointIndex[hip]] -= pxPerM * behindM;
  }
  return { ...pose, xPx };
}

describe.each([2.5, 3.5, 5])('a followed runner at %s m/s', (speedMps) => {
  const runner = createRunner({ speedMps, ground: 'overground' });
  const camera = trackingCamera(pathSideCamera(), speedMps);
  const { poses } = syntheticPoses(runner, camera, { fps: 60, durationS: 6, noisePx: 1 });
  const share = (speedPxS: number | null): number => (speedPxS ?? Number.NaN) / pxPerM / speedMps - 1;

  it('is as fast with hips that go evenly', () => {
    expect(Math.abs(share(followedSpeedPxS(stancesOf(poses))))).toBeLessThan(0.015);
  });

  it('is as fast as over whole steps, not as while a foot stands', () => {
    const pose = withWaveringHips(poses, speedMps);
    const stances = stancesOf(pose);
    expect(share(stances.runSpeedPxS)).toBeLessThan(-0.02);
    expect(Math.abs(share(followedSpeedPxS(stances)))).toBeLessThan(0.015);
    const given = { camera: 'panning', heightM: 1.75, network: pose.network, calibration: markerCalibration } as const;
    expect(findGait(buildTracks(pose), stances, given).runSpeedPxS).toBe(followedSpeedPxS(stances));
  });
});
