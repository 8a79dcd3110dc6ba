import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { childrenOf } from '../../test/support/children.ts';
import { makeClip, type PaintFrame, patchBox, setMatrix } from '../../test/support/clips.ts';
import type { FrameCount } from '../analysis.ts';
import { type Drawing, DrawingBuilder } from '../drawing/drawing.ts';
import { roundedBox } from '../drawing/shape.ts';
import { decodeFrames } from './decode.ts';
import { outputSize } from './output-size.ts';
import { probeVideo } from './probe.ts';
import { type RenderOptions, renderAnnotatedVideo } from './render.ts';
import type { TellingFrame } from './telling-frame.ts';
import type { DecodedFrame, SizePx, VideoProbe } from './video.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "render it's, [odd]: "));
});
afterEach(async () => {
  expect(childrenOf(process.pid)).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});

const bits = 10;
const cellPx = 16;
const size: SizePx = { widthPx: bits * cellPx, heightPx: 4 * cellPx };
const bitOf = (value: number, bit: number): boolean => ((value >> bit) & 1) === 1;

/** The frame's number in white and black squares, in the uppermost row. */
const numbered: PaintFrame = (x, y, frame) =>
  y < cellPx && bitOf(frame, Math.floor(x / cellPx)) ? [255, 255, 255] : [20, 40, 30];

/** A drawing that writes each frame's number in the same way into the lowest row. */
function numbering(frameCount: number, output: SizePx): Drawing {
  const drawing = new DrawingBuilder(output);
  const cell = output.widthPx / bits;
  for (let frame = 0; frame < frameCount; frame++) {
    const set = Array.from({ length: bits }, (_, bit) => bit).filter((bit) => bitOf(frame, bit));
    const boxes = set.map((bit) => roundedBox(bit * cell, output.heightPx - cell, cell, cell, 0));
    drawing.shape({ from: frame, to: frame + 1 }, 0, { fill: '#ffffff' }, ...boxes);
  }
  return drawing.build();
}

/** Reads a number back from the row of squares whose middle is at `y`. */
function readNumber({ rgb, widthPx }: DecodedFrame, y: number): number {
  const cell = widthPx / bits;
  let value = 0;
  for (let bit = 0; bit < bits; bit++) {
    const green = rgb[(Math.round(y) * widthPx + Math.round((bit + 0.5) * cell)) * 3 + 1];
    if (green > 128) value |= 1 << bit;
  }
  return value;
}

/** How long the file says that its video lasts: duration by timescale of the media header (ISO/IEC 14496-12). */
function mediaDurationS(bytes: Buffer): number {
  const at = bytes.indexOf('mdhd') + 4;
  return bytes.readUInt8(at) === 0
    ? bytes.readUInt32BE(at + 16) / bytes.readUInt32BE(at + 12)
    : Number(bytes.readBigUInt64BE(at + 24)) / bytes.readUInt32BE(at + 20);
}

const outputOf = (size: SizePx): SizePx => outputSize(size, '1080p');
const wholeRegion = { left: 0, top: 0, ...{ width: 2 * size.widthPx, height: 2 * size.heightPx } };
const telling = (frame: number, stride: TellingFrame['stride'] = null): TellingFrame => ({
  frame,
  region: wholeRegion,
  stride,
});
const thumbnail = (...frames: number[]): RenderOptions['thumbnail'] => ({
  frames: (frames.length > 0 ? frames : [0]).map((frame) => telling(frame)),
  outPath: join(folder, 'thumbnail.jpg'),
});

async function render(path: string, frameStep = 1): Promise<string> {
  const probe = await probeVideo(path);
  const outPath = join(folder, 'annotated.mp4');
  const drawing = numbering(probe.frameTimesS.length, outputOf(probe));
  await renderAnnotatedVideo({ probe, drawing, frameStep, outPath, thumbnail: thumbnail() });
  return outPath;
}

describe('renderAnnotatedVideo', () => {
  it.each([30, 60, 240])('keeps count and times, and draws each frame’s own overlay, at %i fps', async (fps) => {
    const clip = await makeClip(folder, 'clip.mp4', {
      frameCount: Math.min(2 * fps, 200),
      fps,
      size,
      paint: numbered,
    });
    const source = await probeVideo(clip);
    const result = await probeVideo(await render(clip));
    expect(result).toMatchObject({ codec: 'h264', ...outputOf(size) });
    expect(result.frameTimesS).toEqual(source.frameTimesS);
    for await (const frame of decodeFrames(result, size)) {
      const read = [readNumber(frame, cellPx / 2), readNumber(frame, 3.5 * cellPx)];
      expect(read).toEqual([frame.index, frame.index]);
    }
  });

  it('keeps a variable frame rate', async () => {
    const timesS = Array.from({ length: 50 }, (_, i) => i * 0.02 + (i % 3) * 0.006);
    const clip = await makeClip(folder, 'clip.mp4', { frameCount: 50, timesS, size, paint: numbered });
    const source = await probeVideo(clip);
    const result = await probeVideo(await render(clip));
    expect(source.variableFrameRate).toBe(true);
    expect(result.frameTimesS).toEqual(source.frameTimesS);
    for await (const frame of decodeFrames(result, size)) {
      expect([readNumber(frame, cellPx / 2), readNumber(frame, 3.5 * cellPx)]).toEqual([frame.index, frame.index]);
    }
  });

  it('shows every n-th frame at its own time for as long as the frames between', async () => {
    const timesS = Array.from({ length: 50 }, (_, i) => i * 0.02 + (i % 3) * 0.006);
    const clip = await makeClip(folder, 'clip.mp4', { frameCount: 50, timesS, size, paint: numbered });
    const source = await probeVideo(clip);
    const result = await probeVideo(await render(clip, 4));
    expect(result.frameTimesS).toEqual(source.frameTimesS.filter((_, i) => i % 4 === 0));
    for await (const frame of decodeFrames(result, size)) {
      const read = [readNumber(frame, cellPx / 2), readNumber(frame, 3.5 * cellPx)];
      expect(read).toEqual([4 * frame.index, 4 * frame.index]);
    }
  });

  it('draws upright on a clip that was filmed sideways', async () => {
    const clip = await makeClip(folder, 'clip.mp4', { frameCount: 12, size, paint: () => [20, 40, 30] });
    const turned = await patchBox(clip, join(folder, 'turned.mp4'), 'tkhd', (bytes, at) =>
      setMatrix(bytes, at, [0, 1, -1, 0]),
    );
    const result = await probeVideo(await render(turned));
    expect(result).toMatchObject({ rotationDeg: 0, ...outputOf({ widthPx: size.heightPx, heightPx: size.widthPx }) });
    const half = { widthPx: result.widthPx / 2, heightPx: result.heightPx / 2 };
    for await (const frame of decodeFrames(result, half, { onlyIndex: 5 })) {
      expect(readNumber(frame, half.heightPx - half.widthPx / bits / 2)).toBe(5);
    }
  });

  it('puts the index in front, so that the video plays while it loads', async () => {
    const clip = await makeClip(folder, 'clip.mp4', { frameCount: 12, size });
    const bytes = await readFile(await render(clip));
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
  });

  it('leaves nothing when it is aborted midway', async () => {
    const clip = await makeClip(folder, 'clip.mp4', { frameCount: 120, size });
    const abort = new AbortController();
    const seen: number[] = [];
    const rendering = renderAnnotatedVideo({
      probe: await probeVideo(clip),
      drawing: numbering(120, outputOf(size)),
      frameStep: 1,
      thumbnail: thumbnail(),
      outPath: join(folder, 'annotated.mp4'),
      signal: abort.signal,
      onProgress: (fraction) => {
        seen.push(fraction);
        abort.abort();
      },
    });
    await expect(rendering).rejects.toMatchObject({ code: 'aborted' });
    expect(seen[0]).toBeLessThan(1);
    expect(await readdir(folder)).toEqual(['clip.mp4']);
  });

  it('leaves nothing, and keeps an older file, when the clip is damaged', async () => {
    const clip = await makeClip(folder, 'clip.mp4', { frameCount: 60, size, crf: 1 });
    const probe = await probeVideo(clip);
    const bytes = await readFile(clip);
    await writeFile(clip, bytes.subarray(0, Math.round(bytes.length / 2)));
    const outPath = join(folder, 'annotated.mp4');
    await writeFile(outPath, 'older');
    const drawing = numbering(60, outputOf(size));
    const options = { probe, drawing, frameStep: 1, outPath, thumbnail: thumbnail(30) };
    await expect(renderAnnotatedVideo(options)).rejects.toMatchObject({
      code: 'video_truncated',
    });
    expect(await readdir(folder)).toEqual(['annotated.mp4', 'clip.mp4']);
    expect(await readFile(outPath, 'utf8')).toBe('older');
  });
});

describe('the thumbnail', () => {
  it('shows the frame that was asked for, with what is drawn on it', async () => {
    const clip = await makeClip(folder, 'clip.mp4', { frameCount: 90, size, paint: numbered });
    const probe = await probeVideo(clip);
    const outPath = join(folder, 'annotated.mp4');
    const drawing = numbering(90, outputOf(size));
    await renderAnnotatedVideo({ probe, drawing, frameStep: 1, outPath, thumbnail: thumbnail(77) });
    const { data, info } = await sharp(thumbnail().outPath).raw().toBuffer({ resolveWithObject: true });
    const { widthPx, heightPx } = outputOf(size);
    expect(info).toMatchObject({ width: widthPx, height: heightPx });
    const picture = { index: 0, timeS: 0, rgb: data, widthPx, heightPx };
    expect([readNumber(picture, heightPx / 8), readNumber(picture, (7 * heightPx) / 8)]).toEqual([77, 77]);
    expect(await readdir(folder)).toEqual(['annotated.mp4', 'clip.mp4', 'thumbnail.jpg']);
  });

  it('is the sharpest of several frames', async () => {
    // All but frame 40 show soft slopes below the numbers.
    const paint: PaintFrame = (x, y, frame) => {
      if (y < cellPx) return numbered(x, y, frame);
      const value = frame === 40 ? 200 * ((x >> 2) % 2) : 100 + 60 * Math.sin(x / 9);
      return [value, value, value];
    };
    const clip = await makeClip(folder, 'clip.mp4', { frameCount: 60, size, paint, crf: 12 });
    const probe = await probeVideo(clip);
    const drawing = new DrawingBuilder(outputOf(size)).build();
    const region = { left: 0, top: 2 * cellPx, width: 2 * size.widthPx, height: 4 * cellPx };
    const frames = [10, 25, 40, 55].map((frame) => ({ ...telling(frame), region }));
    const outPath = join(folder, 'annotated.mp4');
    await renderAnnotatedVideo({ probe, drawing, frameStep: 1, outPath, thumbnail: { ...thumbnail(), frames } });
    const { data } = await sharp(thumbnail().outPath).raw().toBuffer({ resolveWithObject: true });
    const picture = { index: 0, timeS: 0, rgb: data, ...outputOf(size) };
    expect(readNumber(picture, picture.heightPx / 8)).toBe(40);
  });

  it('comes with the video or not at all', async () => {
    const clip = await makeClip(folder, 'clip.mp4', { frameCount: 12, size });
    const probe = await probeVideo(clip);
    const [outPath, taken] = [join(folder, 'annotated.mp4'), join(folder, 'taken')];
    await mkdir(join(taken, 'inside'), { recursive: true });
    const options = { probe, drawing: numbering(12, outputOf(size)), frameStep: 1, outPath };
    await expect(
      renderAnnotatedVideo({ ...options, thumbnail: { frames: [telling(3)], outPath: taken } }),
    ).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['clip.mp4', 'taken']);
  });
});

describe('slow motion', () => {
  const stride = { from: 20, to: 32 };

  /** Numbers the clip's frames once more, and marks the slow ones by a white field in the middle. */
  async function renderSlowly(
    clip: string,
    frameStep = 1,
    onProgress?: (fraction: number, frames?: FrameCount) => void,
  ): Promise<{ source: VideoProbe; result: VideoProbe; outPath: string }> {
    const source = await probeVideo(clip);
    const output = outputOf(size);
    const badge = new DrawingBuilder(output);
    const cell = output.widthPx / bits;
    badge.shape({ from: 0, to: 1 }, 0, { fill: '#ffffff' }, roundedBox(0, 1.5 * cell, cell, cell, 0));
    const outPath = join(folder, 'annotated.mp4');
    await renderAnnotatedVideo({
      probe: source,
      drawing: numbering(source.frameTimesS.length, output),
      frameStep,
      outPath,
      thumbnail: { frames: [telling(20, stride)], outPath: join(folder, 'thumbnail.jpg') },
      slowMotion: { factor: 4, frameStep: 1, drawing: badge.build() },
      onProgress,
    });
    return { source, result: await probeVideo(outPath), outPath };
  }

  it.each([
    ['constant', undefined],
    ['variable', Array.from({ length: 50 }, (_, i) => i * 0.02 + (i % 3) * 0.006)],
  ])('follows the clip with one stride, each frame four times as long: %s frame rate', async (_, timesS) => {
    const clip = await makeClip(folder, 'clip.mp4', {
      frameCount: 50,
      size,
      paint: numbered,
      ...(timesS && { timesS }),
    });
    const { source, result, outPath } = await renderSlowly(clip);
    const { frameTimesS } = source;
    const endS = 2 * frameTimesS[49] - frameTimesS[48];
    const slow = Array.from({ length: 13 }, (_, i) => endS + 4 * (frameTimesS[20 + i] - frameTimesS[20]));
    const expected = [...frameTimesS, ...slow];
    expect(result.frameTimesS).toHaveLength(expected.length);
    result.frameTimesS.forEach((timeS, i) => {
      expect(timeS).toBeCloseTo(expected[i], 3);
    });
    expect(mediaDurationS(await readFile(outPath))).toBeCloseTo(endS + 4 * (frameTimesS[33] - frameTimesS[20]), 2);
    for await (const frame of decodeFrames(result, size)) {
      const shown = frame.index < 50 ? frame.index : frame.index - 30;
      expect([readNumber(frame, cellPx / 2), readNumber(frame, 3.5 * cellPx)]).toEqual([shown, shown]);
      expect(readNumber(frame, 2 * cellPx) & 1).toBe(frame.index < 50 ? 0 : 1);
    }
  });

  it('counts its frames among those that are to be done', async () => {
    const clip = await makeClip(folder, 'clip.mp4', { frameCount: 50, size, paint: numbered });
    const counts: FrameCount[] = [];
    const fractions: number[] = [];
    await renderSlowly(clip, 1, (fraction, frames) => {
      fractions.push(fraction);
      if (frames !== undefined) counts.push(frames);
    });
    expect(counts.map(({ done }) => done)).toEqual([5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60]);
    expect(new Set(counts.map(({ expected }) => expected))).toEqual(new Set([63]));
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  });

  it('shows frames that the clip’s own part leaves out', async () => {
    const clip = await makeClip(folder, 'clip.mp4', { frameCount: 48, size, paint: numbered });
    const { result } = await renderSlowly(clip, 4);
    const shown: number[] = [];
    for await (const frame of decodeFrames(result, size)) shown.push(readNumber(frame, cellPx / 2));
    expect(shown).toEqual([
      ...Array.from({ length: 12 }, (_, i) => 4 * i),
      ...Array.from({ length: 13 }, (_, i) => 20 + i),
    ]);
  });

  it('is the same file twice', async () => {
    const clip = await makeClip(folder, 'clip.mp4', { frameCount: 48, size, paint: numbered });
    const bytes = await readFile((await renderSlowly(clip)).outPath);
    expect(bytes.equals(await readFile((await renderSlowly(clip)).outPath))).toBe(true);
  });
});

describe('encodeVideo', () => {
  it('refuses what it cannot encode and leaves nothing', async () => {
    const odd = makeClip(folder, 'clip.mp4', { frameCount: 3, size: { widthPx: 33, heightPx: 32 } });
    await expect(odd).rejects.toMatchObject({ code: 'invalid_option' });
    await expect(makeClip(folder, 'clip.mp4', { frameCount: 0 })).rejects.toMatchObject({ code: 'invalid_option' });
    expect(await readdir(folder)).toEqual([]);
  });
});
