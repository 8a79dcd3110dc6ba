import { readFileSync } from 'node:fs';
import { describe, expect, it, type TestContext } from 'vitest';
import { normalAt } from '../../fixtures/seeded-random.ts';
import { requireShared } from '../../test/support/shared.ts';
import { type KeypointName, keypointIndex, keypointNames } from '../pose/keypoint-names.ts';
import type { PoseSequence } from '../pose/pose-sequence.ts';
import { lowPassZeroLag } from '../signal/butterworth.ts';
import { CubicSpline } from '../signal/cubic-spline.ts';
import { buildTracks } from '../tracks/build-tracks.ts';
import { findGait } from './find-gait.ts';
import { markerCalibration } from './network-calibration.ts';
import { findStances } from './stances.ts';

const folder = 'data/mocap/rbds001';
const markerHz = 150;
const plateHz = 300;
const pxPerM = 250;
/** Markers, by side, whose mean stands for a keypoint; the upper body was not marked. */
const markers = {
  hip: ['ASIS', 'PSIS'],
  knee: ['Thigh.Bottom.Lateral'],
  ankle: ['Shank.Bottom.Lateral', 'Shank.Bottom.Medial'],
  heel: ['Heel.Bottom'],
  toe: ['MT1', 'MT5'],
} as const;

const rowsOf = (path: string): number[][] =>
  readFileSync(path, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split('\t').map(Number));

/** The marked runner as a phone would see him: sagittal plane, a phone's frame rate, noise in metres. */
function filmed(context: TestContext, fps: number, noiseM: number): PoseSequence {
  const path = requireShared(context, `${folder}/runT25markers.txt`);
  const names = readFileSync(path, 'utf8').split(/\r?\n/, 1)[0]?.split('\t') ?? [];
  const rows = rowsOf(path).slice(1);
  const captured = Float64Array.from(rows, (_, i) => i / markerHz);
  const frameCount = Math.floor((rows.length / markerHz - 0.1) * fps);
  const timesS = Float64Array.from({ length: frameCount }, (_, i) => 0.004 + i / fps);
  const blank = (): Float64Array => new Float64Array(frameCount * keypointNames.length).fill(Number.NaN);
  const pose = { xPx: blank(), yPx: blank(), score: blank().fill(0) };
  for (const [part, own] of Object.entries(markers)) {
    for (const [side, letter] of [
      ['left', 'L'],
      ['right', 'R'],
    ] as const) {
      const index = keypointIndex[`${side}_${part}` as KeypointName];
      const along = (axis: 'X' | 'Y'): Float64Array => {
        const columns = own.map((marker) => names.indexOf(`${letter}.${marker}${axis}`));
        const mean = rows.map((row) => columns.reduce((sum, c) => sum + (row[c] ?? 0), 0) / columns.length / 1000);
        return new CubicSpline(captured, Float64Array.from(mean)).values(timesS);
      };
      const [x, y] = [along('X'), along('Y')];
      for (let frame = 0; frame < frameCount; frame++) {
        const element = frame * keypointNames.length + index;
        pose.xPx[element] = 400 + pxPerM * ((x[frame] ?? 0) + noiseM * normalAt(1, 1, element));
        pose.yPx[element] = 900 - pxPerM * ((y[frame] ?? 0) + noiseM * normalAt(1, 2, element));
        pose.score[element] = 1;
      }
    }
  }
  const found = new Uint8Array(frameCount).fill(1);
  return { network: 'blazepose-full', frameCount, widthPx: 1280, heightPx: 1080, timesS, found, people: null, ...pose };
}

/** Contacts by the plates: 50 N crossings of the vertical force after a 40 Hz low-pass. */
function plateContacts(context: TestContext): { on: number; off: number }[] {
  const rows = rowsOf(requireShared(context, `${folder}/runT25forces.txt`)).slice(1);
  const force = lowPassZeroLag(
    Float64Array.from(rows, (row) => row[2] ?? 0),
    plateHz,
    40,
  );
  const contacts: { on: number; off: number }[] = [];
  let on = Number.NaN;
  for (let i = 1; i < force.length; i++) {
    const [before, here] = [force[i - 1] ?? 0, force[i] ?? 0];
    const crossing = (i - 1 + (50 - before) / (here - before)) / plateHz;
    if (before < 50 && here >= 50) on = crossing;
    if (before >= 50 && here < 50 && crossing - on > 0.12 && crossing - on < 0.5) contacts.push({ on, off: crossing });
  }
  return contacts;
}

const spread = (values: readonly number[]): { mean: number; sd: number } => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, sd: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)) };
};

describe('a runner on force plates, 30 s at 2.5 m/s, seen as by a phone', () => {
  const cases = [
    { fps: 60, noiseMm: 4, singleSdMs: 12 },
    { fps: 30, noiseMm: 4, singleSdMs: 14 },
    { fps: 30, noiseMm: 8, singleSdMs: 26 },
  ];
  for (const { fps, noiseMm, singleSdMs } of cases) {
    it(`${fps} fps, ${noiseMm} mm of noise`, (context) => {
      const tracks = buildTracks(filmed(context, fps, noiseMm / 1000));
      // Height from the legs alone: hip markers to ankle markers.
      const heightM = tracks.bodyHeightPx / pxPerM;
      const gait = findGait(tracks, findStances(tracks), {
        camera: 'treadmill',
        heightM,
        network: 'blazepose-full',
        calibration: markerCalibration,
      });
      const truth = plateContacts(context);
      const matched = gait.contacts.flatMap((contact) => {
        const plate = truth.find(({ on }) => Math.abs(on - contact.touchdownS) < 0.1);
        return plate === undefined ? [] : [{ contact, plate }];
      });
      expect(matched.length).toBeGreaterThan(70);
      const late = (of: (pair: (typeof matched)[number]) => number) => spread(matched.map((pair) => 1000 * of(pair)));
      const touchdown = late(({ contact, plate }) => contact.touchdownS - plate.on);
      const toeOff = late(({ contact, plate }) => contact.toeOffS - plate.off);
      const length = late(({ contact, plate }) => contact.toeOffS - contact.touchdownS - (plate.off - plate.on));
      expect(Math.abs(touchdown.mean)).toBeLessThan(5);
      expect(Math.abs(toeOff.mean)).toBeLessThan(8);
      expect(Math.abs(length.mean)).toBeLessThan(8);
      expect(length.sd).toBeLessThan(singleSdMs);
      const plateStrideS = (2 * ((truth.at(-1)?.on ?? 0) - (truth[0]?.on ?? 0))) / (truth.length - 1);
      expect(Math.abs(120 / (gait.strideS ?? 1) - 120 / plateStrideS)).toBeLessThan(0.3);
    });
  }
});
