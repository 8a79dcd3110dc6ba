import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { demoRunner } from '../../fixtures/demo-clip.ts';
import { createFigureRenderer } from '../../fixtures/figure/render-figure.ts';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { type PreparedModel, prepareModel } from '../../models/prepare-model.ts';
import { childrenOf } from '../../test/support/children.ts';
import { paintedPictures } from '../../test/support/runner-pictures.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { encodeVideo } from '../video/encode.ts';
import { defaultLimits, probeVideo } from '../video/probe.ts';
import type { SizePx, VideoProbe } from '../video/video.ts';
import { type EstimatePosesOptions, estimatePoses } from './estimate-poses.ts';
import { keypointIndex } from './keypoint-names.ts';
import { poseBytes } from './loop/pose-bytes.ts';
import type { PoseSequence } from './pose-sequence.ts';

const network = 'blazepose-lite';

const posesOf = async (video: VideoProbe, options: EstimatePosesOptions): Promise<PoseSequence> =>
  (await estimatePoses(video.path, options)).pose;

const runnerSize = { widthPx: 240, heightPx: 426 };
const runnerFps = 20;

function* runnerFrames(count: number): Generator<Uint8Array> {
  const camera = sideCamera({ ...runnerSize, fieldHeightM: 2.55, distanceM: 4.5 });
  const person = createRunner(demoRunner);
  const renderer = createFigureRenderer({
    camera,
    scene: { kind: 'treadmill-room', beltSpeedMps: demoRunner.speedMps },
  });
  for (let frame = 0; frame < count; frame++) {
    const rgb = new Uint8Array(runnerSize.widthPx * runnerSize.heightPx * 3);
    renderer.render(person.poseAt(frame / runnerFps), rgb, frame / runnerFps);
    yield rgb;
  }
}

let folder: string;
let runner: VideoProbe;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bounds-'));
  const outPath = join(folder, 'runner.mp4');
  await encodeVideo({ size: runnerSize, fps: runnerFps, frames: runnerFrames(16), outPath });
  runner = await probeVideo(outPath);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => expect(childrenOf(process.pid)).toEqual([]));

/** A clip that shows one picture over and over. */
async function still(size: SizePx, fps: number, frameCount: number, rgb: Uint8Array): Promise<VideoProbe> {
  const outPath = join(tempDir(), 'still.mp4');
  await encodeVideo({ size, fps, frames: new Array(frameCount).fill(rgb), crf: 30, outPath });
  return probeVideo(outPath);
}

const grey = ({ widthPx, heightPx }: SizePx): Uint8Array => new Uint8Array(widthPx * heightPx * 3).fill(120);

test('a clip gives the same bytes on one thread, two and three', async () => {
  const [one, two, three] = [
    await posesOf(runner, { network, threads: 1 }),
    await posesOf(runner, { network, threads: 2 }),
    await posesOf(runner, { network, threads: 3 }),
  ];
  expect(one.found.every((found) => found === 1)).toBe(true);
  expect(poseBytes(two).equals(poseBytes(one))).toBe(true);
  expect(poseBytes(three).equals(poseBytes(one))).toBe(true);
});

describe('an abort', () => {
  test('in the middle of a clip ends the process, and no frame is told of afterwards', async () => {
    const abort = new AbortController();
    const done: number[] = [];
    const aborted = posesOf(runner, {
      network,
      signal: abort.signal,
      onFrame(count) {
        done.push(count);
        abort.abort(new Error('enough'));
      },
    });
    await expect(aborted).rejects.toMatchObject({ code: 'aborted' });
    expect(childrenOf(process.pid)).toEqual([]);
    expect(done).toHaveLength(1);
    expect(done[0]).toBeLessThan(runner.frameTimesS.length);
  });

  test('before the clip is known ends the process', async () => {
    const abort = new AbortController();
    const aborted = posesOf(runner, { network, signal: abort.signal });
    setImmediate(() => abort.abort());
    await expect(aborted).rejects.toMatchObject({ code: 'aborted' });
  });

  test('before the start is one', async () => {
    const aborted = posesOf(runner, { network, signal: AbortSignal.abort() });
    await expect(aborted).rejects.toMatchObject({ code: 'aborted' });
  });
});

test('a clip that is refused leaves nothing', async () => {
  const limits = { ...defaultLimits, maxDurationS: 0.5 };
  await expect(posesOf(runner, { network, limits })).rejects.toMatchObject({ code: 'video_too_long' });
  expect(childrenOf(process.pid)).toEqual([]);
});

describe('a clip of the largest kind', () => {
  test('2400 frames at 240 fps are gone through', async () => {
    const size = { widthPx: 64, heightPx: 48 };
    const video = await still(size, 240, 2_400, grey(size));
    const done: number[] = [];
    const refused = posesOf(video, { network, onFrame: (count) => done.push(count) });
    await expect(refused).rejects.toMatchObject({ code: 'no_person', detail: 'seen in 0 of 1200 frames' });
    expect(done.at(-1)).toBe(1_200);
  });

  test('a runner of 4K is seen where a small picture of it shows one', async () => {
    const [{ rgb, ...small }] = paintedPictures();
    const scale = 6;
    const large = { widthPx: scale * small.widthPx, heightPx: scale * small.heightPx };
    expect(large).toEqual({ widthPx: 2_160, heightPx: 3_840 });
    const enlarged = new Uint8Array(rgb.length * scale ** 2);
    const bytesPerRow = 3 * large.widthPx;
    for (let row = 0; row < large.heightPx; row += scale) {
      const start = row * bytesPerRow;
      for (let byte = 0; byte < bytesPerRow; byte++) {
        const column = Math.floor(byte / (3 * scale));
        enlarged[start + byte] = rgb[3 * ((row / scale) * small.widthPx + column) + (byte % 3)];
      }
      for (let copy = 1; copy < scale; copy++) {
        enlarged.copyWithin(start + copy * bytesPerRow, start, start + bytesPerRow);
      }
    }
    const pose = await posesOf(await still(large, 30, 10, enlarged), { network });
    const reference = await posesOf(await still(small, 30, 10, rgb), { network });
    expect([...pose.found]).toEqual(new Array(10).fill(1));
    expect([pose.widthPx, pose.heightPx]).toEqual([large.widthPx, large.heightPx]);
    for (const name of ['left_shoulder', 'right_hip', 'left_knee', 'right_ankle'] as const) {
      const point = keypointIndex[name];
      const away = [pose.xPx[point] - scale * reference.xPx[point], pose.yPx[point] - scale * reference.yPx[point]];
      expect(Math.hypot(...away), name).toBeLessThan(0.01 * large.heightPx);
    }
  });
});

describe('the folder of converted networks', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test('is where the process finds them, and nothing else is written', async () => {
    const [detector, lite, full] = await Promise.all(
      (['blazepose-detector', network, 'blazepose-full'] as const).map((id) => prepareModel(id)),
    );
    const [cache, elsewhere] = [join(tempDir(), 'cache'), tempDir()];
    await mkdir(cache);
    const put = async (model: PreparedModel, as: PreparedModel): Promise<void> => {
      const to = join(cache, basename(as.onnxPath));
      await copyFile(model.onnxPath, to);
      await copyFile(`${model.onnxPath}.sha256`, `${to}.sha256`);
    };
    await put(detector, detector);
    // Under the name of one network lies another, which only who looks there can read.
    await put(full, lite);
    const expected = await posesOf(runner, { network: 'blazepose-full' });
    const others = await posesOf(runner, { network });
    const before = await contents(cache);
    vi.stubEnv('STRIDELAB_CACHE', cache);
    vi.stubEnv('XDG_CACHE_HOME', elsewhere);
    vi.stubEnv('HOME', elsewhere);
    const pose = await posesOf(runner, { network });
    expect(poseBytes(pose).equals(poseBytes(expected))).toBe(true);
    expect(poseBytes(pose).equals(poseBytes(others))).toBe(false);
    expect(await contents(cache)).toEqual(before);
    expect(await readdir(elsewhere)).toEqual([]);
  });
});

/** Names and bytes of a folder's files. */
async function contents(path: string): Promise<Record<string, string>> {
  const names = (await readdir(path)).sort();
  const entries = names.map(async (name) => [name, (await readFile(join(path, name))).toString('latin1', 0, 64)]);
  return Object.fromEntries(await Promise.all(entries));
}
