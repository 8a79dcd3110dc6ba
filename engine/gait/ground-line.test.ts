import { describe, expect, it } from 'vitest';
import { pathSideCamera, type SideCameraOptions, sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { markerCalibration } from './network-calibration.ts';
import { type ClipGait, readGait } from './read-gait.ts';

const context = { heightM: 1.75, calibration: markerCalibration };

/** A runner who passes a standing camera. */
function passing(camera: SideCameraOptions, noisePx = 2, mirrored = false): ClipGait {
  const runner = createRunner({ speedMps: 3, ground: 'overground' });
  const film = { fps: 60, durationS: 2.4, startS: -1.2, noisePx, mirrored };
  return readGait(syntheticPoses(runner, pathSideCamera(camera), film).poses, { ...context, treadmill: false });
}

/** A camera turned clockwise sees the ground fall to the left, so it climbs for one who runs to the right. */
const expected = (side: 'left' | 'right', rollDeg: number): number => (side === 'right' ? rollDeg : -rollDeg);

describe('past a standing camera', () => {
  const cases = (['left', 'right'] as const).flatMap((side) =>
    [-15, 0, 10].flatMap((obliqueDeg) => [-5, 0, 3].map((rollDeg) => ({ side, obliqueDeg, rollDeg }))),
  );
  it.each(cases)('$side side, $obliqueDeg degrees oblique, rolled by $rollDeg', ({ side, obliqueDeg, rollDeg }) => {
    const { ground } = passing({ side, obliqueDeg, rollDeg });
    const { value, halfWidth } = ground.tiltDeg;
    const miss = Math.abs((value ?? Number.NaN) - expected(side, rollDeg));
    expect(miss).toBeLessThan(halfWidth ?? 0);
    expect(miss).toBeLessThan(0.5);
    expect(ground.tilted).toBe(rollDeg !== 0);
    // Positive: the camera looks at the runner from ahead, so he comes nearer.
    expect(Math.abs(ground.growth)).toBeGreaterThanOrEqual(obliqueDeg === 0 ? 0 : 0.1);
    if (obliqueDeg === 0) expect(Math.abs(ground.growth)).toBeLessThan(0.01);
    else expect(ground.growth > 0).toBe(obliqueDeg > 0);
  });

  it('sees the same tilt in the mirror, and in more noise', () => {
    const { value } = passing({ rollDeg: 3 }, 0).ground.tiltDeg;
    expect(passing({ rollDeg: 3 }, 0, true).ground.tiltDeg.value).toBeCloseTo(value ?? Number.NaN, 6);
    expect(Math.abs((passing({ rollDeg: 3 }, 8).ground.tiltDeg.value ?? 0) - 3)).toBeLessThan(0.5);
  });

  it('turns the tracks back, so that the feet stand on a level line', () => {
    const { tracks, level } = passing({ rollDeg: 5 });
    expect(tracks.points.left_toe.yPx).not.toEqual(level.points.left_toe.yPx);
    const again = passing({ rollDeg: 0 });
    const lean = ({ points, facing }: ClipGait['level']): number => {
      const middle = (axis: 'xPx' | 'yPx', part: 'hip' | 'shoulder'): number =>
        ((points[`left_${part}`][axis][70] ?? 0) + (points[`right_${part}`][axis][70] ?? 0)) / 2;
      const forward = facing * (middle('xPx', 'shoulder') - middle('xPx', 'hip'));
      return (Math.atan2(forward, middle('yPx', 'hip') - middle('yPx', 'shoulder')) * 180) / Math.PI;
    };
    expect(Math.abs(lean(level) - lean(again.level))).toBeLessThan(1);
    expect(Math.abs(lean(tracks) - lean(again.tracks))).toBeGreaterThan(4);
  });
});

describe('on a belt', () => {
  const onBelt = (rollDeg: number, pathUncertaintyDeg?: number) =>
    readGait(
      syntheticPoses(createRunner({ speedMps: 3 }), sideCamera({ rollDeg }), { fps: 60, durationS: 6, noisePx: 1 })
        .poses,
      { ...context, treadmill: true, pathUncertaintyDeg },
    ).ground;

  it('leaves level what a network could have drawn', () => {
    for (const rollDeg of [0, 3]) {
      const ground = onBelt(rollDeg);
      expect(Math.abs((ground.tiltDeg.value ?? 0) - rollDeg)).toBeLessThan(ground.tiltDeg.halfWidth ?? 0);
      expect(ground).toMatchObject({ tilted: false, levelUncertaintyDeg: 1 });
    }
  });

  it('knows how far it can be trusted where no feet are drawn', () => {
    const runner = createRunner({ speedMps: 3 });
    const { poses } = syntheticPoses(runner, sideCamera(), { fps: 30, durationS: 5, network: 'movenet-thunder' });
    const { tiltDeg, levelUncertaintyDeg } = readGait(poses, { heightM: 1.75, treadmill: true }).ground;
    expect(tiltDeg.halfWidth).toBeGreaterThan(1);
    expect(levelUncertaintyDeg).toBeGreaterThan(0);
  });

  it('believes a gross tilt', () => {
    const ground = onBelt(-12);
    expect(ground.tilted).toBe(true);
    expect(Math.abs((ground.tiltDeg.value ?? 0) + 12)).toBeLessThan(1);
  });
});

it('says nothing of a clip without a stance', () => {
  const { poses } = syntheticPoses(createRunner({ speedMps: 3 }), sideCamera(), { fps: 60, durationS: 6 });
  const still = { ...poses, xPx: poses.xPx.map(() => 300), yPx: poses.yPx.map(() => 400) };
  const { ground } = readGait(still, { ...context, treadmill: false });
  expect(ground.tiltDeg).toMatchObject({ value: null, reason: 'too_few_steps' });
  expect(ground.tilted).toBe(false);
});
