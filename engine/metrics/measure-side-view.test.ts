import { describe, expect, it } from 'vitest';
import { footPointsOf } from '../../fixtures/keypoints/foot-points.ts';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import type { RunnerOptions } from '../../fixtures/runner/runner-parameters.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { decideCamera } from '../gait/camera.ts';
import { findGait } from '../gait/find-gait.ts';
import { markerCalibration } from '../gait/network-calibration.ts';
import { findStances } from '../gait/stances.ts';
import { keypointIndex, keypointNames } from '../pose/keypoint-names.ts';
import type { PoseSequence } from '../pose/pose-sequence.ts';
import { buildTracks } from '../tracks/build-tracks.ts';
import { markerAngles } from './angle-calibration.ts';
import { measureSideView } from './measure-side-view.ts';
import type { Measured } from './measured.ts';
import type { SideViewMetrics } from './side-view-metrics.ts';

const heightM = 1.75;
const calibration = { ...markerCalibration, events: { ...markerCalibration.events, ...footPointsOf(heightM) } };

function measure(poses: PoseSequence, treadmill: boolean, paceSPerKm: number | null): SideViewMetrics {
  const tracks = buildTracks(poses);
  const stances = findStances(tracks);
  const camera = decideCamera(stances, { treadmill });
  const given = { camera, heightM, paceSPerKm, network: poses.network, calibration };
  return measureSideView({ tracks, gait: findGait(tracks, stances, given), ...given, treadmill, angles: markerAngles })
    .metrics;
}

const filmed = (run: RunnerOptions, film = {}, camera = {}) =>
  syntheticPoses(createRunner({ heightM, ...run }), sideCamera(camera), { fps: 60, durationS: 6, noisePx: 1, ...film });

const scalars = (metrics: SideViewMetrics): [string, Measured][] =>
  Object.entries(metrics).filter((entry): entry is [string, Measured] => {
    const value: unknown = entry[1];
    return typeof value === 'object' && value !== null && 'halfWidth' in value;
  });

describe('a treadmill runner of known gait', () => {
  const { poses, truth } = filmed({ speedMps: 3 });
  const metrics = measure(poses, true, 1000 / 3);

  it.each(scalars(metrics).map(([name]) => name))('%s holds the truth in its interval', (name) => {
    const found = metrics[name as 'cadenceSpm'];
    const exact = truth.metrics[name as 'cadenceSpm'];
    expect(found.reason).toBeUndefined();
    expect(Math.abs((found.value ?? Number.NaN) - exact)).toBeLessThan(found.halfWidth ?? 0);
  });

  it('has contact and flight make the step, and speed be cadence times step length', () => {
    const { cadenceSpm, contactTimeMs, flightTimeMs, speedMps, stepLengthM } = metrics;
    const stepMs = 60000 / (cadenceSpm.value ?? 0);
    expect((contactTimeMs.value ?? 0) + (flightTimeMs.value ?? 0)).toBeCloseTo(stepMs, 6);
    expect(((cadenceSpm.value ?? 0) / 60) * (stepLengthM.value ?? 0)).toBeCloseTo(speedMps.value ?? 0, 9);
  });

  it('draws knee and hip curves within 4 degrees of the truth', () => {
    for (const joint of ['knee', 'hip'] as const) {
      for (const side of ['left', 'right'] as const) {
        const found = metrics.jointAngles[joint][side].curveDeg;
        const exact = truth.metrics.jointAngles[joint][side].curveDeg;
        const misses = found.map((value, i) => ((value ?? Number.NaN) - (exact[i] ?? Number.NaN)) ** 2);
        expect(Math.sqrt(misses.reduce((sum, miss) => sum + miss, 0) / misses.length)).toBeLessThan(4);
      }
    }
  });

  it('gives the same numbers from the clip twice as large', () => {
    const double = {
      ...poses,
      widthPx: 1440,
      heightPx: 2560,
      xPx: poses.xPx.map((x) => 2 * x),
      yPx: poses.yPx.map((y) => 2 * y),
    };
    const again = measure(double, true, 1000 / 3);
    scalars(metrics).forEach(([name, { value }], i) => {
      expect(scalars(again)[i]?.[1].value, name).toBeCloseTo(value ?? Number.NaN, 6);
    });
  });

  it('gives the same numbers from the clip’s mirror image', () => {
    const flipped = measure(mirror(poses), true, 1000 / 3);
    scalars(metrics).forEach(([name, { value }], i) => {
      expect(scalars(flipped)[i]?.[1].value, name).toBeCloseTo(value ?? Number.NaN, 6);
    });
  });
});

describe.each([
  { speedMps: 2.2, fps: 30 },
  { speedMps: 3, fps: 60 },
  { speedMps: 4.5, fps: 30 },
])('a runner at $speedMps m/s, $fps frames per second', ({ speedMps, fps }) => {
  const at = (rate: number, camera = {}) => {
    const runner = filmed({ speedMps }, { fps: rate, durationS: 8, noisePx: 2 }, camera);
    return measure(runner.poses, true, 1000 / speedMps);
  };
  const plain = at(fps);

  it.each([
    ['filmed at twice the rate', at(2 * fps)],
    ['seen from the other side', at(fps, { side: 'left' })],
    ['seen half as large', at(fps, { widthPx: 360, heightPx: 640 })],
  ])('shows the same numbers within their intervals when %s', (_name, again) => {
    scalars(plain).forEach(([name, { value, halfWidth }], i) => {
      const other = scalars(again)[i]?.[1];
      const allowed = Math.hypot(halfWidth ?? 0, other?.halfWidth ?? 0);
      expect(Math.abs((value ?? Number.NaN) - (other?.value ?? Number.NaN)), name).toBeLessThanOrEqual(allowed);
    });
  });
});

/** The picture turned left to right, and with it which leg is which. */
function mirror(poses: PoseSequence): PoseSequence {
  const width = keypointNames.length;
  const other = keypointNames.map((name) => {
    const swapped = name.startsWith('left_') ? name.replace('left_', 'right_') : name.replace('right_', 'left_');
    return keypointIndex[swapped as keyof typeof keypointIndex];
  });
  const turned = (values: Float64Array): Float64Array =>
    values.map((_, element) => values[element - (element % width) + other[element % width]]);
  return {
    ...poses,
    xPx: turned(poses.xPx).map((x) => poses.widthPx - x),
    yPx: turned(poses.yPx),
    score: turned(poses.score),
  };
}

it('takes speed overground from the hips, within its interval', () => {
  const overground = { widthPx: 1920, heightPx: 1080, fieldHeightM: 4.5, distanceM: 8 };
  const { poses } = filmed({ speedMps: 3.2, ground: 'overground' }, { durationS: 2, startS: -1 }, overground);
  const { speedMps } = measure(poses, false, null);
  expect(Math.abs((speedMps.value ?? 0) - 3.2)).toBeLessThan(Math.min(speedMps.halfWidth ?? 0, 0.13));
});

it('takes the belt’s speed from the standing foot when no pace is given', () => {
  const { poses } = filmed({ speedMps: 3 });
  expect(Math.abs((measure(poses, true, null).speedMps.value ?? 0) - 3)).toBeLessThan(0.15);
});

describe('clips of which nothing may be said', () => {
  /** Keypoints of a person who does something else: the running synthetic runner, changed point by point. */
  const changed = (change: (poses: PoseSequence) => PoseSequence): SideViewMetrics =>
    measure(change(filmed({ speedMps: 3 }).poses), true, 360);
  const frozen = (poses: PoseSequence): PoseSequence => {
    const width = keypointNames.length;
    const still = (values: Float64Array) => values.map((_, element) => values[element % width]);
    return { ...poses, xPx: still(poses.xPx), yPx: still(poses.yPx) };
  };

  it('withholds everything, with its reason, of a person who stands', () => {
    const metrics = changed(frozen);
    for (const [, { value, halfWidth, reason }] of scalars(metrics)) {
      expect([value, halfWidth, reason]).toEqual([null, null, 'not_running']);
    }
    expect(metrics.footLandings).toEqual([]);
    expect(metrics.strikePattern).toBeNull();
  });

  it('withholds everything of a runner too small to be seen', () => {
    const small = (poses: PoseSequence) => ({
      ...poses,
      xPx: poses.xPx.map((x) => x / 10),
      yPx: poses.yPx.map((y) => y / 10),
    });
    expect(changed(small).cadenceSpm.reason).toBe('runner_too_small');
  });

  it('withholds contact times of a clip of two steps', () => {
    const frameCount = 48;
    const start = (values: Float64Array) => values.slice(0, frameCount * keypointNames.length);
    const metrics = changed((poses) => ({
      ...poses,
      frameCount,
      timesS: poses.timesS.slice(0, frameCount),
      found: poses.found.slice(0, frameCount),
      xPx: start(poses.xPx),
      yPx: start(poses.yPx),
      score: start(poses.score),
    }));
    expect(metrics.contactTimeMs.value).toBeNull();
    expect(metrics.contactTimeMs.reason).toBeDefined();
  });
});
