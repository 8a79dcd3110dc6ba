import { describe, expect, it } from 'vitest';
import { backCamera } from '../../fixtures/keypoints/back-camera.ts';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { type SyntheticPosesOptions, syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { backViewTruth } from '../../fixtures/runner/back-view-truth.ts';
import type { RunnerOptions } from '../../fixtures/runner/runner-parameters.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { turnedPoses } from '../../test/support/turned-poses.ts';
import { walkerPoses } from '../../test/support/walker.ts';
import { markerBackCalibration } from '../gait/back/back-calibration.ts';
import { readBackGait } from '../gait/back/read-back-gait.ts';
import type { PoseSequence } from '../pose/pose-sequence.ts';
import { meanAndSpread } from '../signal/mean-and-spread.ts';
import type { BackViewMetrics } from './back-view-metrics.ts';
import { markerFrontal } from './frontal-calibration.ts';
import { measureBackView } from './measure-back-view.ts';
import type { Measured } from './measured.ts';

const heightM = 1.75;

function measure(pose: PoseSequence, treadmill = true): BackViewMetrics {
  const { level, gait, network, roll } = readBackGait(pose, { treadmill, calibration: markerBackCalibration });
  const { levelUncertaintyDeg } = roll;
  return measureBackView({
    tracks: level,
    gait,
    heightM,
    network,
    pelvis: null,
    frontal: markerFrontal,
    levelUncertaintyDeg,
  }).metrics;
}

const film = (options: RunnerOptions, camera = backCamera(), how: Partial<SyntheticPosesOptions> = {}): PoseSequence =>
  syntheticPoses(createRunner({ heightM, ...options }), camera, { fps: 60, durationS: 6, noisePx: 2, ...how }).poses;

/** Every measured quantity inside something, however deep. */
function quantities(tree: unknown): Measured[] {
  if (typeof tree !== 'object' || tree === null) return [];
  if ('halfWidth' in tree && 'value' in tree) return [tree as Measured];
  return Object.values(tree).flatMap(quantities);
}

const sides = ['left', 'right'] as const;

describe('a synthetic runner filmed from behind', () => {
  it('leans sideways on the mean of strides that share nothing', () => {
    const { trunkLateralLeanDeg } = measure(film({ trunkLateralLeanDeg: 3, cadenceSpm: 165 }));
    expect(trunkLateralLeanDeg.n).toBeGreaterThan(5);
    expect(trunkLateralLeanDeg.n).toBeLessThanOrEqual((6 * 165) / 120);
  });

  it.each([2.5, 3.2, 4])('has his cadence, contacts and step width at %f m/s', (speedMps) => {
    const runner = createRunner({ heightM, speedMps });
    const { poses, truth } = syntheticPoses(runner, backCamera(), { fps: 30, durationS: 6, noisePx: 2 });
    const metrics = measure(poses);
    expect(metrics.cadenceSpm.value).toBeCloseTo(runner.parameters.cadenceSpm, 0);
    expect(Math.abs((metrics.cadenceSpm.value ?? 0) - runner.parameters.cadenceSpm)).toBeLessThan(0.5);
    for (const side of sides) {
      const own = truth.contacts.filter((contact) => contact.side === side);
      const trueMs = meanAndSpread(own.map(({ touchdownS, toeOffS }) => 1000 * (toeOffS - touchdownS))).mean;
      expect(Math.abs((metrics.contactTimeMs[side].value ?? 0) - trueMs)).toBeLessThan(25);
      const [stance, swing] = [metrics.stancePercent[side].value ?? 0, metrics.swingPercent[side].value ?? 0];
      expect(stance + swing).toBeCloseTo(100, 9);
      expect(stance).toBeLessThan(50);
      expect(metrics.flightTimeMs[side].value).toBeGreaterThan(0);
    }
    const { stepWidthM } = backViewTruth(runner, 0, 6);
    expect(Math.abs((metrics.stepWidthM.value ?? 1) - stepWidthM)).toBeLessThan(0.02);
  });

  it.each([0, 4, 8])('drops his pelvis by %f degrees, and the angles of hip and knee go with it', (pelvicDropDeg) => {
    const metrics = measure(film({ pelvicDropDeg }));
    const truth = backViewTruth(createRunner({ heightM, pelvicDropDeg }), 0, 6).sides;
    for (const side of sides) {
      for (const angle of ['pelvicDrop', 'hipAdduction', 'kneeAdduction'] as const) {
        const { value } = metrics[angle][side].atMidStance;
        expect(Math.abs((value ?? 99) - truth[side][angle].atMidStance)).toBeLessThan(1.5);
      }
    }
  });

  it('gives the mirrored clip the same numbers on the other side', () => {
    const options = { contactAsymmetry: 0.1, pelvicDropDeg: 6 };
    const [plain, mirrored] = [
      measure(film(options, backCamera(), { noisePx: 0 })),
      measure(film(options, backCamera(), { noisePx: 0, mirrored: true })),
    ];
    for (const side of sides) {
      const other = side === 'left' ? 'right' : 'left';
      for (const metric of ['contactTimeMs', 'flightTimeMs', 'strideTimeMs'] as const)
        expect(mirrored[metric][side].value).toBeCloseTo(plain[metric][other].value ?? Number.NaN, 6);
      for (const angle of ['pelvicDrop', 'hipAdduction', 'kneeAdduction'] as const)
        expect(mirrored[angle][side].peak.value).toBeCloseTo(plain[angle][other].peak.value ?? Number.NaN, 6);
    }
    expect(plain.symmetry.contactTime.percent.value).toBeGreaterThan(0);
  });

  it('is measured alike when he runs away from a standing camera', () => {
    const runner = createRunner({ heightM, speedMps: 3, ground: 'overground' });
    const camera = backCamera({ distanceM: 6, fieldHeightM: 3 });
    const { poses, truth } = syntheticPoses(runner, camera, { fps: 60, durationS: 3.5, noisePx: 1 });
    const metrics = measure(poses, false);
    expect(Math.abs((metrics.cadenceSpm.value ?? 0) - runner.parameters.cadenceSpm)).toBeLessThan(0.5);
    for (const side of sides) {
      const own = truth.contacts.filter((contact) => contact.side === side);
      const trueMs = meanAndSpread(own.map(({ touchdownS, toeOffS }) => 1000 * (toeOffS - touchdownS))).mean;
      expect(Math.abs((metrics.contactTimeMs[side].value ?? 0) - trueMs)).toBeLessThan(30);
      expect(metrics.pelvicDrop[side].atMidStance.value).not.toBeNull();
    }
  });

  it('takes most of a camera’s turn off the angles', () => {
    const turned = measure(film({}, backCamera({ rollDeg: 4 })));
    const level = measure(film({}));
    const lean = (turned.trunkLateralLeanDeg.value ?? 99) - (level.trunkLateralLeanDeg.value ?? 0);
    expect(Math.abs(lean)).toBeLessThan(2);
  });
});

describe('a clip of which nothing may be said withholds everything, for one reason', () => {
  const ahead = { ...backCamera(), positionM: [4, 1, 0] } as const;
  it.each([
    ['front_view', 'a camera before the runner', film({}, ahead)],
    ['wrong_view', 'a camera beside the runner', film({}, sideCamera())],
    ['picture_turned', 'a runner upside down', turnedPoses(film({}), 180)],
    ['picture_turned', 'a runner who lies on one side', turnedPoses(film({}), 90)],
    ['picture_turned', 'a runner who lies on the other', turnedPoses(film({}), 270)],
    ['not_running', 'a walker', walkerPoses({ fps: 60, durationS: 8, from: 'behind' })],
    ['frame_rate_too_low', 'a walker at few frames a second', walkerPoses({ fps: 10, durationS: 8, from: 'behind' })],
    ['not_running', 'a brisk walker', walkerPoses({ fps: 30, durationS: 8, strideS: 0.9, from: 'behind' })],
    ['too_few_steps', 'a walker who is seen for a second', walkerPoses({ fps: 60, durationS: 1, from: 'behind' })],
    ['keypoints_missing', 'a runner found in two frames of five', { ...film({}), found: alternating(360) }],
  ] as const)('%s: %s', (reason, _who, pose) => {
    const all = quantities(measure(pose));
    expect(all.length).toBeGreaterThan(50);
    for (const quantity of all) expect(quantity).toEqual({ value: null, halfWidth: null, n: 0, reason });
  });
});

function alternating(count: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, i) => (i % 5 < 2 ? 1 : 0));
}
