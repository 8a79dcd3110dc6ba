import { describe, expect, it } from 'vitest';
import { pathSideCamera, sideCamera } from '../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../fixtures/runner/synthetic-runner.ts';
import { inSlowMotion, probeOf } from '../test/support/filmed-clip.ts';
import { measureClip } from './measure-clip.ts';
import type { PoseSequence } from './pose/pose-sequence.ts';

const treadmill = { heightM: 1.75, treadmill: true, paceSPerKm: 1000 / 3, language: 'en' } as const;
const overground = { ...treadmill, treadmill: false, paceSPerKm: null } as const;

describe('slow motion', () => {
  const fast = syntheticPoses(createRunner({ speedMps: 3 }), sideCamera(), {
    ...{ fps: 120, durationS: 2.5, noisePx: 1 },
  }).poses;
  const slow = inSlowMotion(fast, 4);
  const measure = (pose: PoseSequence, captureFps: number | null) =>
    measureClip({ video: probeOf(pose, captureFps), pose }, treadmill);
  const truth = measure(fast, null).metrics;

  it('of a noted rate gives the numbers of the clip at full speed, and times of the file', () => {
    const { metrics, gait, tracks } = measure(slow, 120);
    expect(metrics.cadenceSpm.value).toBeCloseTo(truth.cadenceSpm.value ?? Number.NaN, 4);
    expect(metrics.contactTimeMs.value).toBeCloseTo(truth.contactTimeMs.value ?? Number.NaN, 3);
    expect(metrics.footLandings[1].timeS).toBeCloseTo(4 * truth.footLandings[1].timeS, 3);
    expect(gait.contacts[1].touchdownS).toBe(metrics.footLandings[1].timeS);
    expect(tracks.timesS).toBe(slow.timesS);
  });

  it('of an unknown rate withholds whatever rests on the clock, and nothing else', () => {
    const { metrics, score, crossChecks } = measure(slow, null);
    const { cadenceSpm, contactTimeMs, flightTimeMs, speedMps, stepLengthM, paceSPerKm } = metrics;
    for (const { value, reason } of [cadenceSpm, contactTimeMs, flightTimeMs, speedMps, stepLengthM, paceSPerKm]) {
      expect([value, reason]).toEqual([null, 'slow_motion']);
    }
    expect(metrics.dutyFactor.value).toBeCloseTo(truth.dutyFactor.value ?? Number.NaN, 6);
    expect(metrics.frontKneeAngleDeg.value).toBeCloseTo(truth.frontKneeAngleDeg.value ?? Number.NaN, 6);
    expect(score.styles).toEqual([]);
    expect(score.totalScore).not.toBeNull();
    expect(crossChecks).toEqual([]);
  });
});

describe('a camera out of level', () => {
  const passing = (rollDeg: number) => {
    const runner = createRunner({ speedMps: 3, ground: 'overground' });
    const film = { fps: 60, durationS: 2.6, startS: -1.3, noisePx: 1 };
    const { poses } = syntheticPoses(runner, pathSideCamera({ rollDeg }), film);
    return measureClip({ video: probeOf(poses), pose: poses }, overground);
  };

  it.each([-6, -2, 4])('by %d degrees bends no angle against the vertical', (rollDeg) => {
    const [rolled, level] = [passing(rollDeg), passing(0)];
    expect([rolled.ground.tilted, level.ground.tilted]).toEqual([true, false]);
    for (const name of ['trunkLeanDeg', 'headGazeDeg', 'overstrideDeg'] as const) {
      const miss = (rolled.metrics[name].value ?? Number.NaN) - (level.metrics[name].value ?? 0);
      expect(Math.abs(miss), name).toBeLessThan(0.7);
    }
  });

  it('leaves the tracks as the picture shows them', () => {
    const [rolled, plain] = [passing(6), passing(0)];
    const lineY = ({ tracks }: typeof plain): number =>
      (tracks.points.left_ankle.yPx[30] ?? 0) - (tracks.points.left_hip.yPx[30] ?? 0);
    expect(Math.abs(lineY(rolled) - lineY(plain))).toBeGreaterThan(1);
    expect(rolled.metrics.speedMps.value).toBeCloseTo(plain.metrics.speedMps.value ?? Number.NaN, 1);
  });
});
