import { describe, expect, it } from 'vitest';
import { footPointsOf } from '../../fixtures/keypoints/foot-points.ts';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { type SyntheticPosesOptions, syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import type { RunnerOptions } from '../../fixtures/runner/runner-parameters.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { buildTracks } from '../tracks/build-tracks.ts';
import { decideCamera } from './camera.ts';
import { findGait } from './find-gait.ts';
import { markerCalibration } from './network-calibration.ts';
import { findStances } from './stances.ts';

const overground = { widthPx: 1920, heightPx: 1080, fieldHeightM: 4.5, distanceM: 8 };

function analysed(run: RunnerOptions, film: Partial<SyntheticPosesOptions> = {}, camera = {}) {
  const runner = createRunner(run);
  const { poses, truth } = syntheticPoses(runner, sideCamera(camera), { fps: 60, durationS: 6, noisePx: 1, ...film });
  const tracks = buildTracks(poses);
  const stances = findStances(tracks);
  const mode = decideCamera(stances, { treadmill: run.ground !== 'overground' });
  const { heightM } = runner.parameters;
  const calibration = { ...markerCalibration, events: { ...markerCalibration.events, ...footPointsOf(heightM) } };
  const context = { camera: mode, heightM, network: poses.network, calibration };
  return { gait: findGait(tracks, stances, context), mode, truth };
}

/** Milliseconds by which each contact's events are late, by the true contact of that foot nearest in time. */
function lateness({ gait, truth }: ReturnType<typeof analysed>): { touchdown: number[]; toeOff: number[] } {
  const pairs = gait.contacts.map((found) => {
    const own = truth.contacts.filter((contact) => contact.side === found.side);
    const near = own.sort(
      (a, b) => Math.abs(a.touchdownS - found.touchdownS) - Math.abs(b.touchdownS - found.touchdownS),
    )[0]!;
    return [1000 * (found.touchdownS - near.touchdownS), 1000 * (found.toeOffS - near.toeOffS)] as const;
  });
  return { touchdown: pairs.map(([late]) => late), toeOff: pairs.map(([, late]) => late) };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('contacts of a synthetic runner', () => {
  const cases: {
    name: string;
    run: RunnerOptions;
    film?: Partial<SyntheticPosesOptions>;
    camera?: object;
  }[] = [
    { name: 'treadmill, 3 m/s', run: { speedMps: 3 } },
    { name: 'treadmill, 2.2 m/s, 30 fps', run: { speedMps: 2.2 }, film: { fps: 30 } },
    { name: 'treadmill, 5 m/s, 120 fps', run: { speedMps: 5 }, film: { fps: 120 } },
    { name: 'from the left, mirrored', run: { speedMps: 3 }, film: { mirrored: true }, camera: { side: 'left' } },
    {
      name: 'overground',
      run: { speedMps: 3.2, ground: 'overground' },
      film: { durationS: 2, startS: -1 },
      camera: overground,
    },
  ];
  it.each(cases)('are found within a few milliseconds: $name', ({ run, film, camera }) => {
    const result = analysed(run, film, camera);
    const { touchdown, toeOff } = lateness(result);
    expect(result.gait.running).toBe(true);
    expect(result.gait.contacts.length).toBeGreaterThanOrEqual(result.truth.contacts.length - 2);
    expect(Math.abs(mean(touchdown))).toBeLessThan(8);
    expect(Math.abs(mean(toeOff))).toBeLessThan(8);
    expect(Math.max(...touchdown.map(Math.abs))).toBeLessThan(20);
    expect(Math.max(...toeOff.map(Math.abs))).toBeLessThan(20);
  });

  it('keep their mean touchdown in strong noise', () => {
    const { touchdown } = lateness(analysed({ speedMps: 3 }, { fps: 30, noisePx: 8, durationS: 10 }));
    expect(Math.abs(mean(touchdown))).toBeLessThan(8);
  });

  it('are told by a camera out of level as by one that is level', () => {
    const toeOffs = [-3, 3].map((rollDeg) => mean(lateness(analysed({ speedMps: 5 }, {}, { rollDeg })).toeOff));
    expect(Math.abs((toeOffs[0] ?? 0) - (toeOffs[1] ?? 0))).toBeLessThan(8);
  });

  it('alternate between the feet', () => {
    const { gait, truth } = analysed({ speedMps: 3 });
    const { contacts } = gait;
    expect(contacts.length).toBeGreaterThanOrEqual(truth.contacts.length - 2);
    contacts.slice(1).forEach((contact, i) => {
      expect(contact.side).not.toBe(contacts[i]?.side);
    });
  });
});

it('gives the stride period within a thousandth, with an honest error', () => {
  const { gait, truth } = analysed({ speedMps: 3 }, { fps: 30, noisePx: 4 });
  const miss = Math.abs((gait.strideS ?? 0) - truth.strideS);
  expect(miss).toBeLessThan(0.001 * truth.strideS);
  expect(miss).toBeLessThan(4 * (gait.strideSeS ?? 0));
});

it('tells a camera that stands from a treadmill by the caller’s word, and the rest by the hips', () => {
  expect(analysed({ speedMps: 3 }).mode).toBe('treadmill');
  expect(analysed({ speedMps: 3.2, ground: 'overground' }, { durationS: 2, startS: -1 }, overground).mode).toBe(
    'static',
  );
});

it('finds contacts without feet, from the ankles alone', () => {
  const { gait } = analysed({ speedMps: 3 }, { network: 'movenet-lightning' });
  expect(gait.running).toBe(true);
  expect(gait.contacts.length).toBeGreaterThan(10);
});
