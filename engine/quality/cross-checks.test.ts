import { describe, expect, it } from 'vitest';
import { pathSideCamera, sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { inSlowMotion } from '../../test/support/filmed-clip.ts';
import type { Gait } from '../gait/contact.ts';
import { markerCalibration } from '../gait/network-calibration.ts';
import { readGait } from '../gait/read-gait.ts';
import type { Stances } from '../gait/stances.ts';
import { markerAngles } from '../metrics/angle-calibration.ts';
import { measureSideView } from '../metrics/measure-side-view.ts';
import type { PoseSequence } from '../pose/pose-sequence.ts';
import type { CrossCheck, CrossCheckName } from './cross-check.ts';
import { crossChecks } from './cross-checks.ts';

interface Knowledge {
  readonly heightM?: number;
  readonly treadmill?: boolean;
  readonly paceSPerKm?: number | null;
  readonly gait?: (gait: Gait) => Gait;
  readonly stances?: (stances: Stances) => Stances;
}

function checksOf(pose: PoseSequence, known: Knowledge = {}): CrossCheck[] {
  const { heightM = 1.75, treadmill = true, paceSPerKm = treadmill ? 1000 / 3 : null } = known;
  const clip = readGait(pose, { heightM, treadmill, calibration: markerCalibration });
  const { level: tracks, camera, network } = clip;
  const gait = known.gait?.(clip.gait) ?? clip.gait;
  const given = { heightM, treadmill, paceSPerKm, network, calibration: markerCalibration, angles: markerAngles };
  const input = { tracks, camera, gait, ...given };
  const stances = clip.stances === null ? null : (known.stances?.(clip.stances) ?? clip.stances);
  return crossChecks(input, stances, measureSideView(input).metrics);
}

const failing = (checks: readonly CrossCheck[]): CrossCheckName[] =>
  checks.filter(({ holds }) => !holds).map(({ name }) => name);

const belt = (film = {}, run = {}) =>
  syntheticPoses(createRunner({ speedMps: 3, ...run }), sideCamera(), { fps: 60, durationS: 6, noisePx: 1, ...film })
    .poses;
const path = () =>
  syntheticPoses(createRunner({ speedMps: 3, ground: 'overground' }), pathSideCamera(), {
    ...{ fps: 60, durationS: 2.6, startS: -1.3, noisePx: 1 },
  }).poses;

describe('a pace that is told', () => {
  it.each([0.86, 1.16])('%s times as fast as the belt does not hold', (factor) => {
    expect(failing(checksOf(belt(), { paceSPerKm: 1000 / (3 * factor) }))).toContain('standing_foot');
  });

  it.each([0.96, 1.04])('%s times as fast holds', (factor) => {
    expect(failing(checksOf(belt(), { paceSPerKm: 1000 / (3 * factor) }))).not.toContain('standing_foot');
  });
});

describe('a sound clip', () => {
  it('on a treadmill of known pace holds all six', () => {
    const checks = checksOf(belt());
    expect(checks.map(({ name }) => name)).toEqual([
      'speed_steps',
      'contact_flight_step',
      'left_right_stride',
      'standing_foot',
      'left_right_ground',
      'free_fall',
    ]);
    expect(failing(checks)).toEqual([]);
  });

  it.each([24, 30, 120])('at %d frames per second, with 4 pixels of noise', (fps) => {
    expect(failing(checksOf(belt({ fps, noisePx: 4 })))).toEqual([]);
  });

  it('past a standing camera holds those that can be made there', () => {
    const checks = checksOf(path(), { treadmill: false });
    expect(checks.map(({ name }) => name)).toEqual([
      'speed_steps',
      'contact_flight_step',
      'left_right_stride',
      'standing_foot',
      'free_fall',
    ]);
    expect(failing(checks)).toEqual([]);
    const [speed] = checks;
    expect(Math.abs(speed.values[1] - 3)).toBeLessThan(0.15);
  });
});

describe('what is wrong is found', () => {
  it('a pace that is not the belt’s', () => {
    expect(failing(checksOf(belt(), { paceSPerKm: 1000 / 4.5 }))).toEqual(['speed_steps', 'standing_foot']);
  });

  it('a runner who passes on firm ground, called a treadmill', () => {
    expect(failing(checksOf(path(), { paceSPerKm: 1000 / 3 }))).toContain('standing_foot');
  });

  it('a height that is three fifths of the true one', () => {
    expect(failing(checksOf(belt(), { heightM: 1.05 }))).toEqual(
      expect.arrayContaining(['speed_steps', 'standing_foot']),
    );
  });

  it('a height in another unit, beside which no speed is left to check', () => {
    const checks = checksOf(belt(), { heightM: 0.6 });
    expect(failing(checks)).toEqual(expect.arrayContaining(['standing_foot', 'free_fall']));
    expect(checks.map(({ name }) => name)).not.toContain('speed_steps');
  });

  it('a clip at two thirds of its speed', () => {
    const checks = checksOf(inSlowMotion(belt({}, { cadenceSpm: 195 }), 1.5));
    expect(failing(checks)).toEqual(expect.arrayContaining(['speed_steps', 'standing_foot', 'free_fall']));
  });

  it('a rhythm that its own events contradict', () => {
    const late = (gait: Gait): Gait => ({ ...gait, strideS: 1.12 * (gait.strideS ?? 0) });
    expect(failing(checksOf(belt(), { gait: late }))).toContain('contact_flight_step');
  });

  it('one foot’s touchdowns that drift away from the other’s', () => {
    const drifting = (gait: Gait): Gait => ({
      ...gait,
      contacts: gait.contacts.map((contact) =>
        contact.side === 'left' ? { ...contact, touchdownS: contact.touchdownS * 1.05 } : contact,
      ),
    });
    expect(failing(checksOf(belt(), { gait: drifting }))).toContain('left_right_stride');
  });

  it('a foot under which the belt runs twice as fast', () => {
    const twice = (stances: Stances): Stances => ({
      ...stances,
      legs: {
        ...stances.legs,
        left: { ...stances.legs.left, groundVx: stances.legs.left.groundVx.map((speed) => 2 * speed) },
      },
    });
    expect(failing(checksOf(belt(), { stances: twice }))).toContain('left_right_ground');
  });
});

it('makes no check of a clip without running', () => {
  const pose = belt();
  const still = { ...pose, xPx: pose.xPx.map(() => 300), yPx: pose.yPx.map(() => 400) };
  expect(checksOf(still)).toEqual([]);
});
