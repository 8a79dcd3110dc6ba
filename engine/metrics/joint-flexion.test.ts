import { describe, expect, it } from 'vitest';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { inSlowMotion, probeOf } from '../../test/support/filmed-clip.ts';
import { markerCalibration } from '../gait/network-calibration.ts';
import { measureClip } from '../measure-clip.ts';
import type { Side } from '../pose/keypoint-names.ts';
import type { PoseSequence } from '../pose/pose-sequence.ts';
import { markerAngles } from './angle-calibration.ts';
import type { CycleDeg, DrawnHabit } from './drawn-habit.ts';

const half: CycleDeg = [4, -3, 0, 0, 2, 0];
const none: CycleDeg = [0, 0, 0, 0, 0, 0];

const filmed = (mirrored: boolean, fps = 60): PoseSequence =>
  syntheticPoses(createRunner({ speedMps: 3 }), sideCamera({ side: 'right' }), {
    fps,
    durationS: 6,
    noisePx: 1,
    mirrored,
  }).poses;

const measured = (pose: PoseSequence, habit: DrawnHabit, captureFps: number | null = null) =>
  measureClip(
    { video: probeOf(pose, captureFps), pose },
    { heightM: 1.75, treadmill: true, paceSPerKm: 333, language: 'en' },
    { calibration: markerCalibration, angles: { ...markerAngles, habit } },
  );

/** What a habit at touchdown is: the cosines alone. */
const atTouchdownDeg = half[0] + half[2] + half[4];

describe('a habit over the stride', () => {
  it.each([
    [false, 'right'],
    [true, 'left'],
  ] as const)('of the near leg is taken off it alone, mirrored %s', (mirrored, near) => {
    const far: Side = near === 'left' ? 'right' : 'left';
    const pose = filmed(mirrored);
    const drawn = measured(pose, {});
    const corrected = measured(pose, { knee: { near: half, far: none } });
    const curve = (analysis: typeof drawn, side: Side) => analysis.metrics.jointAngles.knee[side].curveDeg;
    expect((curve(drawn, near)[0] ?? 0) - (curve(corrected, near)[0] ?? 0)).toBeCloseTo(atTouchdownDeg, 1);
    expect(curve(corrected, far)).toEqual(curve(drawn, far));
    expect(corrected.metrics.jointAngles.hip).toEqual(drawn.metrics.jointAngles.hip);
    const contact = corrected.gait.contacts.find(({ side }) => side === near);
    const frame = Math.round((contact?.touchdownS ?? 0) * 60);
    const offDeg = drawn.frameAngles.knee[near][frame] - corrected.frameAngles.knee[near][frame];
    expect(Math.abs(offDeg - atTouchdownDeg)).toBeLessThan(1);
  });

  it('is taken off a clip in slow motion as off the same clip at full speed', () => {
    const pose = filmed(false, 120);
    const habit = { knee: { near: half, far: half } };
    const atSpeed = measured(pose, habit);
    const slow = measured(inSlowMotion(pose, 4), habit, 120);
    expect(slow.timeScale.factor).toBeCloseTo(4, 9);
    for (const side of ['left', 'right'] as const) {
      const both = atSpeed.frameAngles.knee[side].map((deg, i) => deg - slow.frameAngles.knee[side][i]);
      const known = both.filter(Number.isFinite);
      expect(known.length).toBeGreaterThan(600);
      expect(Math.max(...known.map(Math.abs))).toBeLessThan(0.01);
    }
  });
});
