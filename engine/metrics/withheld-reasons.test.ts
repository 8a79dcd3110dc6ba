import { describe, expect, it } from 'vitest';
import { backCamera } from '../../fixtures/keypoints/back-camera.ts';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { inSlowMotion, probeOf } from '../../test/support/filmed-clip.ts';
import { measurePoses } from '../../test/support/measure-poses.ts';
import { playedBackwards } from '../../test/support/played-backwards.ts';
import { turnedPoses } from '../../test/support/turned-poses.ts';
import { walkerPoses } from '../../test/support/walker.ts';
import { markerCalibration } from '../gait/network-calibration.ts';
import { readGait } from '../gait/read-gait.ts';
import { measureClip } from '../measure-clip.ts';
import type { PoseSequence } from '../pose/pose-sequence.ts';
import { measureSideView } from './measure-side-view.ts';
import type { Measured, WithheldReason } from './measured.ts';

const runner = createRunner({ speedMps: 3 });
const filmed = (film = {}, camera = sideCamera()): PoseSequence =>
  syntheticPoses(runner, camera, { fps: 60, durationS: 6, noisePx: 1, ...film }).poses;
const pace = { paceSPerKm: 1000 / 3 };

/** Every measured quantity inside something, however deep. */
function quantities(tree: unknown): Measured[] {
  if (typeof tree !== 'object' || tree === null) return [];
  if ('halfWidth' in tree && 'value' in tree) return [tree as Measured];
  return Object.values(tree).flatMap(quantities);
}

describe('a clip of which nothing may be said withholds everything, for one reason', () => {
  const found = Uint8Array.from({ length: 360 }, (_, i) => (i % 5 < 2 ? 1 : 0));
  const lost = { ...filmed(), found };
  const fast = syntheticPoses(createRunner({ speedMps: 4.5 }), sideCamera(), {
    fps: 30,
    durationS: 6,
    noisePx: 1,
  }).poses;
  // What a network makes of half a body: no rhythm, squeezed into the picture.
  const walker = walkerPoses({ fps: 60, durationS: 8 });
  const lowest = Math.max(...walker.yPx.filter(Number.isFinite));
  const footless = { ...walker, heightPx: 1.01 * lowest };
  const headless = { ...inSlowMotion(filmed(), 4), score: filmed().score.map(() => 0.5) };
  const small = { ...filmed(), xPx: filmed().xPx.map((x) => x / 10), yPx: filmed().yPx.map((y) => y / 10) };
  it.each<[WithheldReason, string, PoseSequence]>([
    ['not_running', 'a walker', walkerPoses({ fps: 60, durationS: 8 })],
    ['not_running', 'a brisk walker at 30 frames per second', walkerPoses({ fps: 30, durationS: 8, strideS: 0.9 })],
    ['too_few_steps', 'a runner who is seen for less than a stride', filmed({ durationS: 0.8 })],
    ['too_few_steps', 'a walker who is seen for a second', walkerPoses({ fps: 60, durationS: 1 })],
    ['wrong_view', 'a runner seen from behind', filmed({}, backCamera())],
    ['runner_too_small', 'a runner far away', small],
    ['keypoints_missing', 'a runner found in two frames of five', lost],
    ['picture_turned', 'a runner upside down', turnedPoses(filmed(), 180)],
    ['picture_turned', 'a runner who lies on the back', turnedPoses(filmed(), 90)],
    ['picture_turned', 'a runner who lies on the belly', turnedPoses(filmed(), 270)],
    ['runs_backwards', 'a runner in a clip that is played backwards', playedBackwards(filmed())],
    ['runs_backwards', 'one at 30 frames a second whose contacts would pass for short', playedBackwards(fast)],
    ['runs_backwards', 'a walker who goes backwards', playedBackwards(walkerPoses({ fps: 60, durationS: 8 }))],
    ['body_cut_off', 'a runner whose feet are drawn at the lower edge', footless],
    ['body_cut_off', 'legs with a head that the network does not see', headless],
    ['picture_turned', 'a runner upside down, seen from behind', turnedPoses(filmed({}, backCamera()), 180)],
  ])('%s: %s', (reason, _who, pose) => {
    const metrics = measurePoses(pose, pace);
    const all = quantities(metrics);
    expect(all.length).toBeGreaterThan(70);
    for (const quantity of all) expect(quantity).toEqual({ value: null, halfWidth: null, n: 0, reason });
    expect(metrics.strikePattern).toBeNull();
    expect(metrics.footLandings).toEqual([]);
    expect(metrics.jointAngles.knee.left.curveDeg.every((value) => value === null)).toBe(true);
  });
});

it.each<[string, PoseSequence]>([
  ['a walker at few frames a second', walkerPoses({ fps: 10, durationS: 8 })],
  ['a runner upside down', turnedPoses(filmed(), 180)],
])('%s has no angle in any frame', (_who, pose) => {
  const { frameAngles } = measureClip(
    { video: probeOf(pose), pose },
    { heightM: 1.75, treadmill: true, language: 'en', ...pace },
  );
  for (const { left, right } of Object.values(frameAngles)) expect([...left, ...right].every(Number.isNaN)).toBe(true);
});

describe('a number that may not be said is withheld alone', () => {
  it('too_few_steps: contact time of a clip of two steps, but not its cadence', () => {
    const { contactTimeMs, cadenceSpm } = measurePoses(filmed({ durationS: 1.15 }), pace);
    expect(contactTimeMs.reason).toBe('too_few_steps');
    expect(cadenceSpm.value).not.toBeNull();
  });

  it('keypoints_missing: the foot of a network that draws none', () => {
    const { footAngleDeg, jointAngles, overstrideDeg } = measurePoses(filmed({ network: 'movenet-thunder' }), pace);
    expect(footAngleDeg.reason).toBe('keypoints_missing');
    expect(jointAngles.ankle.left.atTouchdown.reason).toBe('keypoints_missing');
    expect(overstrideDeg.value).not.toBeNull();
  });

  it('scale_unknown: metres without a height, but not seconds', () => {
    const treadmill = true;
    const clip = readGait(filmed(), { heightM: 1.75, treadmill, calibration: markerCalibration });
    const { level: tracks, gait, camera, network } = clip;
    const unscaled = { tracks, gait, camera, network, treadmill, heightM: Number.NaN, paceSPerKm: null };
    const { verticalOscillationM, speedMps, dutyFactor } = measureSideView(unscaled).metrics;
    expect([verticalOscillationM.reason, speedMps.reason]).toEqual(['scale_unknown', 'scale_unknown']);
    expect(dutyFactor.reason).toBeUndefined();
  });

  it('implausible: a pace that nobody runs, and what rests on it', () => {
    const { speedMps, stepLengthM, paceSPerKm, cadenceSpm } = measurePoses(filmed(), { paceSPerKm: 60 });
    for (const { value, reason } of [speedMps, stepLengthM, paceSPerKm])
      expect([value, reason]).toEqual([null, 'implausible']);
    expect(cadenceSpm.value).not.toBeNull();
  });

  it('slow_motion: times and speeds, and never those of half the speed', () => {
    const pose = inSlowMotion(filmed(), 2);
    const known = { heightM: 1.75, treadmill: true, paceSPerKm: 1000 / 3, language: 'en' } as const;
    const { metrics } = measureClip({ video: probeOf(pose), pose }, known);
    expect(metrics.cadenceSpm).toMatchObject({ value: null, reason: 'slow_motion' });
    expect(metrics.contactTimeMs.reason).toBe('slow_motion');
    expect(metrics.trunkLeanDeg.value).not.toBeNull();
  });
});

describe('frame_rate_too_low', () => {
  const withheldAt = (fps: number): string[] => {
    const metrics = measurePoses(filmed({ fps }), pace);
    return Object.entries(metrics).flatMap(([name, metric]) => {
      const all = quantities(metric);
      return all.length > 0 && all.every(({ reason }) => reason === 'frame_rate_too_low') ? [name] : [];
    });
  };
  const knee = ['frontKneeAngleDeg'];
  const landings = ['contactTimeMs', 'flightTimeMs', 'dutyFactor', ...knee, 'footAngleDeg', 'footLandings'];
  const lands = ['backKneeAngleDeg', 'overstrideDeg'];

  it.each([
    [60, []],
    [24, []],
    [20, knee],
    [15, landings],
    [12, [...landings, ...lands, 'jointAngles']],
  ])('at %d frames a second', (fps, names) => {
    expect(withheldAt(fps).sort()).toEqual([...names].sort());
  });

  it('leaves the cadence, which is right, at ten frames a second', () => {
    const { cadenceSpm, strikePattern, strikeProbabilities, jointAngles, ...others } = measurePoses(
      filmed({ fps: 10 }),
      pace,
    );
    const { value, halfWidth } = cadenceSpm;
    const truth = runner.parameters.cadenceSpm;
    expect(Math.abs((value ?? Number.NaN) - truth)).toBeLessThanOrEqual(halfWidth ?? Number.NaN);
    expect([strikePattern, strikeProbabilities]).toEqual([null, null]);
    expect(jointAngles.knee.left.curveDeg.every((angle) => angle === null)).toBe(true);
    expect(quantities(others).filter((quantity) => quantity.value !== null)).toEqual([]);
  });

  it('goes before too few steps, since a longer clip would not help', () => {
    const { contactTimeMs, speedMps } = measurePoses(filmed({ fps: 15, durationS: 1.2 }), pace);
    expect([contactTimeMs.value, contactTimeMs.reason]).toEqual([null, 'frame_rate_too_low']);
    expect(speedMps.reason).not.toBe('frame_rate_too_low');
    const { footAngleDeg } = measurePoses(filmed({ fps: 15, network: 'movenet-thunder' }), pace);
    expect(footAngleDeg.reason).toBe('keypoints_missing');
  });

  it('is the reason of a runner in whom no running is seen, and not of a walker at 24', () => {
    const few = measurePoses(walkerPoses({ fps: 10, durationS: 8 }), pace);
    expect(few.cadenceSpm.reason).toBe('frame_rate_too_low');
    expect(measurePoses(walkerPoses({ fps: 24, durationS: 8 }), pace).cadenceSpm.reason).toBe('not_running');
  });
});

it('gives intervals that hold the truth at 12 frames a second', () => {
  const { speedMps, verticalOscillationM, trunkLeanDeg, headGazeDeg, elbowAngleDeg } = syntheticPoses(
    runner,
    sideCamera(),
    { fps: 12, durationS: 8 },
  ).truth.metrics;
  const truth = { speedMps, verticalOscillationM, trunkLeanDeg, headGazeDeg, elbowAngleDeg };
  const metrics = measurePoses(filmed({ fps: 12, durationS: 8 }), pace);
  for (const name of Object.keys(truth) as (keyof typeof truth)[]) {
    const { value, halfWidth } = metrics[name];
    expect(Math.abs((value ?? Number.NaN) - truth[name]), name).toBeLessThanOrEqual(halfWidth ?? Number.NaN);
  }
});

it('takes a walker for no runner in slow motion, at any speed of the file', () => {
  const known = { heightM: 1.75, treadmill: true, paceSPerKm: 700, language: 'en' } as const;
  for (const factor of [0.5, 1, 2, 4, 8]) {
    const pose = inSlowMotion(walkerPoses({ fps: 60, durationS: 10 / Math.max(1, factor) }), factor);
    const { metrics, timeScale } = measureClip({ video: probeOf(pose), pose }, known);
    expect(timeScale.source).toBe('file');
    expect(quantities(metrics).every(({ value }) => value === null)).toBe(true);
  }
});

it('never gives a value without an interval, nor a reason beside a value', () => {
  for (const pose of [filmed(), filmed({ durationS: 1.4 }), filmed({ network: 'movenet-thunder', fps: 24 })]) {
    for (const { value, halfWidth, n, reason } of quantities(measurePoses(pose, { paceSPerKm: null }))) {
      expect(value === null).toBe(halfWidth === null);
      expect(value === null).toBe(reason !== undefined);
      if (value !== null) expect(Number.isFinite(value) && (halfWidth ?? -1) >= 0 && n > 0).toBe(true);
    }
  }
});
