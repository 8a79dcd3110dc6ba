import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { mjpegAvi } from '../../test/support/avi.ts';
import { childrenOf } from '../../test/support/children.ts';
import { clipSize, makeClip, type PaintFrame, patchBox, setMatrix } from '../../test/support/clips.ts';
import { builtEntry } from '../built-entry.ts';
import { decodeFrames } from './decode.ts';
import { probeVideo } from './probe.ts';
import type { DecodedFrame, SizePx } from './video.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'decode-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => expect(childrenOf(process.pid)).toEqual([]));

type Rgb = readonly [number, number, number];
const red: Rgb = [220, 30, 30];
const green: Rgb = [30, 200, 40];
const blue: Rgb = [40, 50, 220];
const white: Rgb = [240, 240, 240];

/** Quarters: red and green above, blue and white below. */
const quarters: PaintFrame = (x, y) => {
  const [above, left] = [y < clipSize.heightPx / 2, x < clipSize.widthPx / 2];
  return above ? (left ? red : green) : left ? blue : white;
};

/** A bar whose place is the frame's number. */
const movingBar: PaintFrame = (x, _y, frame) => (Math.floor(x / 2) === frame ? [255, 255, 255] : [0, 0, 0]);

async function readAll(path: string, size?: SizePx): Promise<{ frames: DecodedFrame[]; timesS: Float64Array }> {
  const probe = await probeVideo(path);
  const frames: DecodedFrame[] = [];
  const wanted = size ?? { widthPx: probe.widthPx, heightPx: probe.heightPx };
  for await (const frame of decodeFrames(probe, wanted)) frames.push({ ...frame, rgb: frame.rgb.slice() });
  return { frames, timesS: probe.frameTimesS };
}

const pixel = ({ rgb, widthPx }: DecodedFrame, x: number, y: number): number[] => [
  ...rgb.subarray((y * widthPx + x) * 3, (y * widthPx + x) * 3 + 3),
];

function expectColour(actual: readonly number[], wanted: Rgb): void {
  wanted.forEach((value, i) => {
    expect(Math.abs(actual[i] - value)).toBeLessThan(12);
  });
}

/** Colours in the middles of the four quarters: above left, above right, below left, below right. */
function expectQuarters(frame: DecodedFrame, wanted: readonly Rgb[]): void {
  wanted.forEach((colour, i) => {
    const [x, y] = [(1 + 2 * (i % 2)) / 4, (1 + 2 * Math.floor(i / 2)) / 4];
    expectColour(pixel(frame, Math.round(x * frame.widthPx), Math.round(y * frame.heightPx)), colour);
  });
}

describe('decodeFrames', () => {
  it.each([30, 60, 240])('gives every frame of a clip at %i fps, in its place, at its time', async (fps) => {
    const path = await makeClip(folder, `bar${fps}.mp4`, { frameCount: 60, fps, paint: movingBar });
    const { frames, timesS } = await readAll(path);
    expect(frames).toHaveLength(60);
    frames.forEach((frame, i) => {
      expect([frame.index, frame.timeS]).toEqual([i, timesS[i]]);
      const row = Array.from({ length: 60 }, (_, bar) => pixel(frame, 2 * bar, 20)[1]);
      expect(row.indexOf(Math.max(...row))).toBe(i);
    });
  });

  it('keeps the times of a variable frame rate', async () => {
    const timesS = [0, 0.02, 0.1, 0.12, 0.2, 0.3, 0.33, 0.4, 0.43, 0.5, 0.6, 0.63];
    const path = await makeClip(folder, 'vfr.mp4', { frameCount: 12, timesS, paint: movingBar });
    const { frames } = await readAll(path);
    expect(frames.map((frame) => Math.round(frame.timeS * 1000))).toEqual(
      timesS.map((timeS) => Math.round(timeS * 1000)),
    );
  });

  it('keeps colours and shape, and scales to the size asked for', async () => {
    const path = await makeClip(folder, 'quarters.mp4', { frameCount: 12, paint: quarters });
    const { frames } = await readAll(path);
    expectQuarters(frames[5], [red, green, blue, white]);
    const small = await readAll(path, { widthPx: 40, heightPx: 30 });
    expect(small.frames[5]).toMatchObject({ widthPx: 40, heightPx: 30 });
    expectQuarters(small.frames[5], [red, green, blue, white]);
  });

  it.each<[string, readonly number[], readonly Rgb[]]>([
    ['turned clockwise', [0, 1, -1, 0], [blue, red, white, green]],
    ['turned by half', [-1, 0, 0, -1], [white, blue, green, red]],
    ['turned counter-clockwise', [0, -1, 1, 0], [green, white, red, blue]],
    ['mirrored', [-1, 0, 0, 1], [green, red, white, blue]],
    ['upside down', [1, 0, 0, -1], [blue, white, red, green]],
  ])('shows a %s clip as a viewer does', async (_what, matrix, wanted) => {
    const path = await makeClip(folder, 'upright.mp4', { frameCount: 12, paint: quarters });
    await patchBox(path, join(folder, 'turned.mp4'), 'tkhd', (bytes, at) => setMatrix(bytes, at, matrix));
    const { frames } = await readAll(join(folder, 'turned.mp4'));
    expectQuarters(frames[3], wanted);
  });

  it('gives exactly the frames that an edit list leaves', async () => {
    const path = await makeClip(folder, 'whole.mp4', { frameCount: 60, paint: movingBar });
    await patchBox(path, join(folder, 'edited.mp4'), 'elst', (bytes, at) => {
      bytes.writeUInt32BE(bytes.readUInt32BE(at + 8) - 7 * 3_000, at + 8);
      bytes.writeUInt32BE(bytes.readUInt32BE(at + 12) + 7 * 3_000, at + 12);
    });
    const { frames } = await readAll(join(folder, 'edited.mp4'));
    expect(frames.map(({ index }) => index)).toEqual(Array.from({ length: 53 }, (_, i) => i));
    const row = Array.from({ length: 60 }, (_, bar) => pixel(frames[0], 2 * bar, 20)[1]);
    expect(row.indexOf(Math.max(...row))).toBe(7);
  });

  it('brings HDR and its wide colours to the standard range', async () => {
    const paint: PaintFrame = (x) => (x < 64 ? [128, 128, 128] : [180, 120, 110]);
    const path = await makeClip(folder, 'hlg.mp4', { frameCount: 12, paint, transfer: 'hlg' });
    const { frames } = await readAll(path);
    const [grey, skin] = [pixel(frames[4], 30, 30), pixel(frames[4], 100, 30)];
    expect(Math.max(...grey) - Math.min(...grey)).toBeLessThan(6);
    // BT.2020's numbers for a colour are nearer to grey than BT.709's.
    expect(skin[0] - skin[2]).toBeGreaterThan(90);
  });

  it('reads JPEG pictures from an AVI', async () => {
    const [w, h] = [64, 48];
    const picture = (i: number): Promise<Buffer> =>
      sharp({ create: { width: w, height: h, channels: 3, background: { r: 10 * i, g: 100, b: 200 } } })
        .jpeg({ quality: 95 })
        .toBuffer();
    const pictures = await Promise.all(Array.from({ length: 20 }, (_, i) => picture(i)));
    await writeFile(join(folder, 'camera.avi'), mjpegAvi(pictures, 25, w, h));
    const { frames } = await readAll(join(folder, 'camera.avi'));
    expect(frames).toHaveLength(20);
    frames.forEach((frame, i) => {
      expectColour(pixel(frame, 30, 20), [10 * i, 100, 200]);
    });
  });

  it('gives one frame alone', async () => {
    const path = await makeClip(folder, 'one-of.mp4', { frameCount: 60, paint: movingBar });
    const probe = await probeVideo(path);
    for (const wanted of [0, 31, 59]) {
      const indices: number[] = [];
      for await (const frame of decodeFrames(probe, clipSize, { onlyIndex: wanted })) {
        indices.push(frame.index);
        const row = Array.from({ length: 60 }, (_, bar) => pixel(frame, 2 * bar, 20)[1]);
        expect(row.indexOf(Math.max(...row))).toBe(wanted);
      }
      expect(indices).toEqual([wanted]);
    }
  });
});

describe('decodeFrames of a damaged clip', () => {
  const noise: PaintFrame = (x, y, frame) => {
    const grey = (Math.imul(x * 7919 + y * 104_729 + frame * 31, 2_654_435_761) >>> 24) & 255;
    return [grey, grey, grey];
  };

  it('says truncated when much of the picture data is missing', async () => {
    const path = await makeClip(folder, 'noise.mp4', { frameCount: 60, paint: noise, crf: 30 });
    const probe = await probeVideo(path);
    const bytes = await readFile(path);
    // The container stays whole while the second half of its data is lost, as a broken download may leave it.
    await writeFile(path, bytes.subarray(0, Math.round(0.5 * bytes.length)));
    const reading = async (): Promise<void> => {
      for await (const _frame of decodeFrames(probe, clipSize));
    };
    await expect(reading()).rejects.toMatchObject({ code: 'video_truncated' });
  });

  it('never hangs or crashes on bytes that were changed', async () => {
    const path = await makeClip(folder, 'fuzz.mp4', { frameCount: 30, paint: noise, crf: 30 });
    const whole = await readFile(path);
    let state = 7;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    for (let round = 0; round < 12; round++) {
      const bytes = Buffer.from(whole);
      for (let i = 0; i < 40; i++) bytes[random(bytes.length)] = random(256);
      await writeFile(join(folder, 'fuzzed.mp4'), bytes);
      const outcome = await readAll(join(folder, 'fuzzed.mp4')).then(
        ({ frames }) => frames.length > 0,
        (error: { name: string }) => error.name === 'StrideError',
      );
      expect(outcome).toBe(true);
    }
  });
});

describe('the decoder’s process', () => {
  it('ends when the reader stops early', async () => {
    const path = await makeClip(folder, 'early.mp4', { frameCount: 60 });
    for await (const frame of decodeFrames(await probeVideo(path), { widthPx: 640, heightPx: 320 })) {
      if (frame.index === 3) break;
    }
    expect(childrenOf(process.pid)).toEqual([]);
  });

  it('ends at once when the caller aborts', async () => {
    const path = await makeClip(folder, 'abort.mp4', { frameCount: 60 });
    const abort = new AbortController();
    const reading = async (): Promise<void> => {
      const probe = await probeVideo(path);
      for await (const _frame of decodeFrames(probe, { widthPx: 640, heightPx: 320 }, { signal: abort.signal })) {
        abort.abort();
      }
    };
    await expect(reading()).rejects.toMatchObject({ code: 'aborted' });
    await expect(probeVideo(path, { signal: abort.signal })).rejects.toMatchObject({ code: 'aborted' });
  });

  it('does not outlive a killed parent', async (context) => {
    if (process.platform !== 'linux') context.skip('reads /proc');
    const path = await makeClip(folder, 'orphan.mp4', { frameCount: 60 });
    const [probeUrl, decodeUrl] = ['./probe.js', './decode.js'].map((name) => builtEntry(import.meta.url, name).href);
    const program = `
      import { probeVideo } from ${JSON.stringify(probeUrl)};
      import { decodeFrames } from ${JSON.stringify(decodeUrl)};
      const probe = await probeVideo(${JSON.stringify(path)});
      for await (const frame of decodeFrames(probe, { widthPx: 1280, heightPx: 640 })) {
        console.log(frame.index);
        await new Promise(() => {});
      }`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(parent.stdout, 'data');
    const [decoder] = childrenOf(parent.pid ?? 0);
    expect(decoder).toBeGreaterThan(0);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    let alive = true;
    for (let i = 0; i < 200 && alive; i++) {
      await delay(50);
      alive = isAlive(decoder);
    }
    expect(alive).toBe(false);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false; // no such process
  }
}

it('leaves no timer behind that would keep the process alive, however slow the reader', async () => {
  const probe = await probeVideo(await makeClip(folder, 'timers.mp4', { frameCount: 12 }));
  const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  let count = 0;
  for await (const { index } of decodeFrames(probe, { widthPx: 16, heightPx: 8 })) {
    // The decoder's end is heard while the last frame is still looked at.
    if (index === 11) await delay(500);
    count++;
  }
  expect(count).toBe(12);
  expect(timers()).toBe(before);
});
