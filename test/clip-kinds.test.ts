import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AnalysisProgress, SideAnalysis } from '../engine/analysis.ts';
import { analyze } from '../engine/analyze.ts';
import { outputSize } from '../engine/video/output-size.ts';
import { probeVideo } from '../engine/video/probe.ts';
import { demoRunner } from '../fixtures/demo-clip.ts';
import { transcodeClips } from '../fixtures/formats/transcode-clips.ts';
import type { TranscodeJob } from '../fixtures/formats/transcode-job.ts';
import { clipWarnings } from '../server/contract/clip-warnings.ts';
import { patchBox, setMatrix } from './support/clips.ts';
import { sharedDemoClip } from './support/shared-demo-clip.ts';

// One runner as cameras of different kinds would have kept him: what is measured must not depend on it.
const fps = 30;
const frames = 90;
const plain: Kind = { filters: ['format=yuv420p'] };

type Kind = Pick<TranscodeJob, 'filters'> & Partial<TranscodeJob>;

let folder: string;
let demo: string;
let reference: SideAnalysis;
const progress: AnalysisProgress[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinds-'));
  demo = (await sharedDemoClip()).path;
  reference = await analyzed(await write('plain', plain), (told) => progress.push(told));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, kind: Kind): Promise<string> {
  const toPath = join(folder, `${name}.mp4`);
  await transcodeClips([{ muxer: 'mp4', codec: 'h264', fps, ...kind, fromPath: demo, toPath, mostFrames: frames }]);
  return toPath;
}

const analyzed = (videoPath: string, onProgress?: (told: AnalysisProgress) => void): Promise<SideAnalysis> =>
  analyze({
    ...(onProgress && { onProgress }),
    videoPath,
    view: 'side',
    heightM: demoRunner.heightM,
    treadmill: true,
    paceSPerKm: 330,
    language: 'en',
    network: 'blazepose-full',
    output: { videoPath: `${videoPath}.out.mp4`, thumbnailPath: `${videoPath}.jpg` },
  });

/** Largest differences that cameras may make: those that another compression of the same clip makes, and a little. */
const allowed = {
  cadenceSpm: 0.5,
  contactTimeMs: 8,
  frontKneeAngleDeg: 2,
  backKneeAngleDeg: 2,
  trunkLeanDeg: 1,
  elbowAngleDeg: 2,
  overstrideDeg: 1,
} as const;

function expectTheSame(analysis: SideAnalysis, factor = 1): void {
  for (const [name, most] of Object.entries(allowed) as [keyof typeof allowed, number][]) {
    const [value, expected] = [analysis.metrics[name].value, reference.metrics[name].value];
    expect(
      Math.abs((value ?? Number.NaN) - (expected ?? Number.NaN)),
      `${name}: ${value}, not ${expected}`,
    ).toBeLessThan(factor * most);
  }
  for (const joint of ['knee', 'hip'] as const) {
    for (const key of ['min', 'max'] as const) {
      const { right } = analysis.metrics.jointAngles[joint];
      const miss = (right[key].value ?? Number.NaN) - (reference.metrics.jointAngles[joint].right[key].value ?? 0);
      expect(Math.abs(miss), `${joint} ${key}`).toBeLessThan(factor * 3);
    }
  }
}

const warned = (analysis: SideAnalysis): string[] => clipWarnings(analysis).map(({ code }) => code);

it.each([
  [90, [0, 1, -1, 0], 'transpose=cclock'],
  [180, [-1, 0, 0, -1], 'hflip,vflip'],
  [270, [0, -1, 1, 0], 'transpose=clock'],
] as const)('a phone held turned by %i degrees', async (rotationDeg, matrix, turn) => {
  const lying = await write(`lying${rotationDeg}`, { filters: [turn, 'format=yuv420p'] });
  const path = await patchBox(lying, join(folder, `turned${rotationDeg}.mp4`), 'tkhd', (bytes, at) =>
    setMatrix(bytes, at, matrix),
  );
  const analysis = await analyzed(path);
  const { widthPx, heightPx } = reference.video;
  expect(analysis.video).toMatchObject({ rotationDeg, widthPx, heightPx });
  expect(analysis.pose).toMatchObject({ widthPx, heightPx });
  expectTheSame(analysis);
  // What is shown stands upright, and needs no turning any more.
  const shown = await probeVideo(`${path}.out.mp4`);
  expect(shown.rotationDeg).toBe(0);
  const picture = outputSize(reference.video, '1080p');
  expect(shown.widthPx).toBe(picture.widthPx);
  // With the strip of numbers below the picture.
  expect(shown.heightPx / picture.heightPx).toBeGreaterThan(1);
  expect(shown.heightPx / picture.heightPx).toBeLessThan(1.3);
  const thumbnail = await sharp(`${path}.jpg`).metadata();
  expect(thumbnail.width / thumbnail.height).toBeCloseTo(shown.widthPx / shown.heightPx, 2);
});

it.each([
  ['hlg', 'arib-std-b67'],
  ['pq', 'smpte2084'],
] as const)('a phone that films HDR by %s, 10 bits', async (transfer, curve) => {
  const path = await write(transfer, {
    codec: 'hevc',
    tags: { primaries: 'bt2020', transfer },
    filters: [
      'zscale=matrixin=709:transferin=709:primariesin=709:rangein=tv:transfer=linear:npl=203',
      'format=gbrpf32le',
      `zscale=transfer=${curve}:primaries=2020:matrix=2020_ncl:range=tv:npl=203`,
      'format=yuv420p10le',
    ],
  });
  const analysis = await analyzed(path);
  expect(analysis.video).toMatchObject({ codec: 'hevc', hdr: true });
  expectTheSame(analysis);
  // The picture is brought back to the standard brightness, not shown flat and grey.
  const brightness = async (clip: string): Promise<number> => (await sharp(`${clip}.jpg`).stats()).channels[1].mean;
  const ratio = (await brightness(path)) / (await brightness(join(folder, 'plain.mp4')));
  expect(ratio).toBeGreaterThan(0.6);
  expect(ratio).toBeLessThan(1.4);
});

it('a phone whose frame rate varies: the true times count', async () => {
  const isKept = (n: number): boolean => n % 7 !== 3 && n % 11 !== 5;
  const timesS = Array.from({ length: frames }, (_, n) => n).flatMap((n) => (isKept(n) ? [n / fps] : []));
  const path = await write('vfr', {
    timesS,
    filters: ['select=not(eq(mod(n\\,7)\\,3)+eq(mod(n\\,11)\\,5))', 'format=yuv420p'],
  });
  const analysis = await analyzed(path);
  expect(analysis.video.variableFrameRate).toBe(true);
  expect(analysis.video.frameTimesS).toHaveLength(timesS.length);
  analysis.pose.timesS.forEach((timeS, i) => {
    expect(timeS).toBeCloseTo(timesS[i], 4);
  });
  expect(warned(analysis)).toContain('variable_frame_rate');
  // One frame in five is missing: a clock that counted frames would be off by as much.
  expectTheSame(analysis, 2);
  expect((await probeVideo(`${path}.out.mp4`)).frameTimesS).toHaveLength(timesS.length);
});

it('a camcorder that weaves two moments into each picture: it is warned of, and angles are not bent', async () => {
  const path = await write('interlaced', {
    interlaced: 'bottom-first',
    // The lower lines of each frame, the upper ones of the next. Fields need a height that is a multiple of four.
    filters: ['crop=480:852:0:0', 'tinterlace=mode=interlacex2', 'select=mod(n\\,2)', 'format=yuv420p'],
  });
  const analysis = await analyzed(path);
  expect(analysis.video.interlaced).toBe(true);
  expect(warned(analysis)).toContain('interlaced');
  expectTheSame(analysis);
  expect(reference.video.interlaced).toBe(false);
  expect(warned(reference)).not.toContain('interlaced');
});

it('is told how far it is every few frames, in even steps', () => {
  const told = progress.map(({ percentage }) => percentage);
  expect(told[0]).toBe(0);
  expect(told.at(-1)).toBe(100);
  const steps = told.slice(1).map((percentage, i) => percentage - told[i]);
  expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...steps)).toBeLessThanOrEqual(5);
  for (const stage of ['pose', 'render'] as const) {
    const tellings = progress.filter((one) => one.stage === stage).length;
    expect(tellings, stage).toBeGreaterThanOrEqual(frames / 5 - 1);
  }
});
