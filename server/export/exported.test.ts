import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import type { Analysis, AnalysisTerms } from '../../engine/analysis.ts';
import { measureReading } from '../../engine/analyze-poses.ts';
import { posesOf } from '../../engine/pose-file/open-poses.ts';
import { backCamera } from '../../fixtures/keypoints/back-camera.ts';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { probeOf } from '../../test/support/filmed-clip.ts';
import { readMot, readTrc } from '../../test/support/read-opensim.ts';
import { sampleBackAnalysis } from '../../test/support/sample-back-analysis.ts';
import { walkerPoses } from '../../test/support/walker.ts';
import { toFrameBodies, toFrameDataHeader } from '../contract/frame-data.ts';
import { type ExportManner, exported } from './export-formats.ts';
import { markerSet } from './marker-set.ts';

const side: AnalysisTerms = {
  ...{ view: 'side', heightM: 1.75, treadmill: true, paceSPerKm: 1000 / 3, fullBody: true, language: 'en' },
} as const;
const manner: ExportManner = { format: 'csv', table: 'frames', units: 'm', fileName: 'a run.trc' };
const speedMps = 3;

async function filmed(terms: AnalysisTerms, ground: 'treadmill' | 'overground' = 'treadmill') {
  const runner = createRunner({ speedMps, ground, heightM: 1.75 });
  const passing = ground === 'overground' ? { startS: -1.25 } : {};
  const { poses, truth } = syntheticPoses(
    runner,
    terms.view === 'side' ? sideCamera(ground === 'overground' ? { fieldHeightM: 5 } : {}) : backCamera(),
    { fps: 60, durationS: 2.5, ...passing },
  );
  const clip = { video: probeOf(poses), pose: poses };
  return { analysis: await measureReading({ clip, pictures: { pelvis: [], feet: [] } }, terms), truth, poses };
}

const text = async (analysis: Analysis, terms: AnalysisTerms, changes: Partial<ExportManner>): Promise<string> =>
  String(await exported(analysis, terms, { ...manner, ...changes }));

describe('TRC', () => {
  it.each(['m', 'mm'] as const)('in %s is read back within rounding', async (units) => {
    const { analysis } = await filmed(side);
    const { frameCount, timesS, rate, markers } = markerSet(analysis, side.heightM);
    const read = readTrc(await text(analysis, side, { format: 'trc', units }));
    expect(read).toMatchObject({ fileName: 'a_run.trc', units, frameCount });
    expect(read.dataRate).toBeCloseTo(rate, 3);
    expect(read.markers.map(({ name }) => name)).toEqual(markers.map(({ name }) => name));
    const perMetre = units === 'm' ? 1 : 1000;
    markers.forEach(({ xM, yM, zM }, i) => {
      [xM, yM, zM].forEach((track, axis) => {
        track.forEach((value, frame) => {
          const found = read.markers[i]?.positions[frame]?.[axis] ?? null;
          if (Number.isNaN(value)) expect(found).toBeNull();
          else expect(Math.abs((found ?? Number.NaN) / perMetre - value)).toBeLessThanOrEqual(6e-6);
        });
      });
    });
    expect(read.timesS.every((timeS, frame) => Math.abs(timeS - (timesS[frame] ?? Number.NaN)) < 1e-6)).toBe(true);
  });

  it('has y up from the ground and x forward, in the runner’s scale', async () => {
    const terms = { ...side, treadmill: false, paceSPerKm: null };
    const { analysis } = await filmed(terms, 'overground');
    expect(analysis.camera).toBe('static');
    const { markers, timesS } = readTrc(await text(analysis, terms, { format: 'trc' }));
    const marker = (name: string) => markers.find((one) => one.name === name)?.positions ?? [];
    const hips = marker('Hip').map(([x, y, z]) => ({ x: x ?? Number.NaN, y: y ?? Number.NaN, z }));
    const seen = hips.flatMap(({ x, y }, frame) => (Number.isFinite(x) ? [{ x, y, timeS: timesS[frame] ?? 0 }] : []));
    const [first, last] = [seen[5], seen.at(-6)];
    const speed = ((last?.x ?? 0) - (first?.x ?? 0)) / ((last?.timeS ?? 0) - (first?.timeS ?? 0));
    expect(Math.abs(speed - speedMps)).toBeLessThan(0.15);
    const height = seen.reduce((sum, { y }) => sum + y, 0) / seen.length;
    expect(Math.abs(height - 0.53 * 1.75)).toBeLessThan(0.08);
    expect(hips.every(({ x, z }) => (Number.isNaN(x) ? z === null : z === 0))).toBe(true);
  });

  it('from behind has z to the right', async () => {
    const terms = { ...side, view: 'back' } as const;
    const { markers } = readTrc(await text((await filmed(terms)).analysis, terms, { format: 'trc' }));
    const z = (name: string) => markers.find((one) => one.name === name)?.positions[40]?.[2] ?? Number.NaN;
    expect(z('RHip') - z('LHip')).toBeGreaterThan(0.1);
    expect(z('RHip') - z('LHip')).toBeLessThan(0.4);
  });
});

describe('MOT', () => {
  it('holds the angles of every frame within rounding, in degrees', async () => {
    const { analysis } = await filmed(side);
    if (analysis.view !== 'side') throw new Error('not from the side');
    const { inDegrees, columns, rows } = readMot(await text(analysis, side, { format: 'mot' }));
    expect(inDegrees).toBe(true);
    const angles = analysis.frameAngles;
    const start = analysis.tracks.timesS.findIndex((timeS) => Math.abs(timeS - (rows[0]?.[0] ?? -1)) < 1e-6);
    for (const [name, series] of [
      ['knee_angle_r', angles.knee.right],
      ['hip_flexion_l', angles.hip.left],
      ['ankle_angle_r', angles.ankle.right],
      ['elbow_flex_l', angles.elbow.left],
    ] as const) {
      const column = columns.indexOf(name);
      expect(column, name).toBeGreaterThan(0);
      const known = [...series.slice(start, start + rows.length)];
      expect(known.length).toBeGreaterThan(100);
      const differences = rows.map((row, i) => Math.abs((row[column] ?? 0) - (known[i] ?? 0)));
      expect(Math.max(...differences)).toBeLessThan(6e-6);
    }
    const tilt = columns.indexOf('pelvis_tilt');
    const mean = rows.reduce((sum, row) => sum + (row[tilt] ?? Number.NaN), 0) / rows.length;
    expect(-mean).toBeCloseTo(analysis.metrics.trunkLeanDeg.value ?? Number.NaN, 0);
  });

  it('has no hole: OpenSim makes nothing of a column with one', async () => {
    const { analysis } = await filmed(side);
    if (analysis.view !== 'side') throw new Error('not from the side');
    const whole = readMot(await text(analysis, side, { format: 'mot' }));
    const { elbow, ankle } = analysis.frameAngles;
    const lostFrom = (series: Float64Array, from: number, to: number) =>
      series.map((deg, frame) => (frame >= from && frame < to ? Number.NaN : deg));
    // A hand that is lost half-way, and toes that come into the picture late.
    const frameAngles = {
      ...analysis.frameAngles,
      elbow: { ...elbow, left: lostFrom(elbow.left, 60, 100) },
      ankle: { ...ankle, right: lostFrom(ankle.right, 0, 6) },
    };
    const lost = await text({ ...analysis, frameAngles }, side, { format: 'mot' });
    expect(lost).not.toContain('NaN');
    const { columns, rows } = readMot(lost);
    expect(columns).toEqual(whole.columns.filter((name) => name !== 'elbow_flex_l'));
    expect(rows.length).toBeGreaterThan(whole.rows.length - 15);
    expect(rows.length).toBeLessThan(whole.rows.length);
  });

  it('from behind has hips and pelvis', async () => {
    const terms = { ...side, view: 'back' } as const;
    const { columns, rows } = readMot(await text(sampleBackAnalysis(), terms, { format: 'mot' }));
    const row = Object.fromEntries(columns.map((column, i) => [column, rows[5]?.[i]]));
    expect(row).toMatchObject({ pelvis_list: 4, hip_adduction_l: 7, hip_adduction_r: 7, pelvis_tx: 0 });
    expect(rows.length).toBeGreaterThan(20);
  });
});

describe('tables', () => {
  it.each(['frames', 'steps', 'strides', 'metrics', 'curves'] as const)(
    '%s says the same as CSV, NDJSON and Parquet',
    async (table) => {
      const { analysis } = await filmed(side);
      const lines = (await text(analysis, side, { format: 'ndjson', table })).trimEnd().split('\n');
      const rows = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
      const [heading, ...cells] = (await text(analysis, side, { format: 'csv', table })).trimEnd().split('\n');
      const names = heading?.split(',') ?? [];
      expect(Object.keys(rows[0] ?? {})).toEqual(names);
      expect(cells.map((line) => line.split(','))).toEqual(
        rows.map((row) => names.map((name) => (row[name] === null ? '' : String(row[name])))),
      );
      const bytes = await exported(analysis, side, { ...manner, format: 'parquet', table });
      const file = (bytes as Uint8Array).slice().buffer;
      expect(await parquetReadObjects({ file })).toEqual(rows);
    },
  );

  it('of metrics keeps uncertainty, or the reason', async () => {
    const { analysis, truth } = await filmed(side);
    const rows = (await text(analysis, side, { table: 'metrics' })).split('\n');
    const cadence = rows.find((row) => row.startsWith('side,cadence,'))?.split(',') ?? [];
    expect(Math.abs(Number(cadence[5]) - truth.metrics.cadenceSpm)).toBeLessThan(1);
    expect(Number(cadence[6])).toBeGreaterThan(0);
    const walk = { ...analysis, gait: { ...analysis.gait, running: false } } as Analysis;
    expect(await text(walk, side, { table: 'strides' })).toBe('side,start_s,end_s,stride_ms\n');
  });

  it('of nothing is a Parquet file too', async () => {
    const { analysis } = await filmed(side);
    const still = { ...analysis, gait: { ...analysis.gait, running: false } } as Analysis;
    const bytes = await exported(still, side, { ...manner, format: 'parquet', table: 'strides' });
    expect(await parquetReadObjects({ file: (bytes as Uint8Array).slice().buffer })).toEqual([]);
  });
});

describe('a clip that shows no running', () => {
  it.each(['side', 'back'] as const)(
    'has no MOT from the %s, with its reason, and its points all the same',
    async (view) => {
      const terms = { ...side, view } as const;
      const pose = walkerPoses({ fps: 60, durationS: 4, from: view === 'side' ? 'beside' : 'behind' });
      const reading = { clip: { video: probeOf(pose), pose }, pictures: { pelvis: [], feet: [] } };
      const analysis = await measureReading(reading, terms);
      const refused = { code: 'no_joint_angles', message: expect.stringContaining('not_running: No running seen') };
      await expect(text(analysis, terms, { format: 'mot' })).rejects.toMatchObject(refused);
      expect(readTrc(await text(analysis, terms, { format: 'trc' })).frameCount).toBe(240);
      expect(await text(analysis, terms, { table: 'metrics' })).toContain('not_running');
    },
  );
});

describe('frame data of the API', () => {
  it.each(['lines', 'one object'] as const)('as %s is read as poses are, within its rounding', async (form) => {
    const { analysis } = await filmed(side);
    const header = toFrameDataHeader(analysis);
    const frames = [...toFrameBodies(analysis)];
    const written =
      form === 'lines'
        ? [header, ...frames].map((line) => JSON.stringify(line)).join('\n')
        : JSON.stringify({ ...header, frames }, null, 2);
    const reading = posesOf(Buffer.from(written));
    expect(reading.terms).toBeNull();
    const again = await measureReading(reading, side);
    if (again.view !== 'side' || analysis.view !== 'side') throw new Error('not from the side');
    for (const name of ['cadenceSpm', 'contactTimeMs', 'trunkLeanDeg', 'overstrideDeg', 'frontKneeAngleDeg'] as const) {
      expect(again.metrics[name].value, name).toBeCloseTo(analysis.metrics[name].value ?? Number.NaN, 0);
    }
  });

  it('takes the seventeen points of COCO from another tool, and refuses what is none', async () => {
    const { analysis } = await filmed(side);
    const { keypoint_names: names, ...header } = toFrameDataHeader(analysis);
    const frames = [...toFrameBodies(analysis)].map(({ time_s, keypoints }) => ({
      time_s,
      keypoints: keypoints.slice(0, 17),
    }));
    const coco = { ...header, model: 'their own', keypoint_names: names.slice(0, 17), frames };
    const reading = posesOf(Buffer.from(JSON.stringify(coco)));
    expect(reading.clip.pose.network).toBe('custom');
    expect((await measureReading(reading, side)).gait.running).toBe(true);
    for (const bad of [
      { ...coco, frames: 3 },
      { ...coco, width: -1 },
      { ...coco, frames: frames.slice(0, 4) },
      { ...coco, keypoint_names: names },
    ]) {
      expect(() => posesOf(Buffer.from(JSON.stringify(bad)))).toThrow(
        expect.objectContaining({ code: 'invalid_poses' }),
      );
    }
  });
});
