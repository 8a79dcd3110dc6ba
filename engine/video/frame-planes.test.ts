import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mjpegAvi } from '../../test/support/avi.ts';
import { clipSize, makeClip, type PaintFrame, patchBox, setMatrix } from '../../test/support/clips.ts';
import { type ShownOptions, shownPictures } from '../../test/support/shown-pictures.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { wholePicture } from '../pose/crop.ts';
import { createWarp } from '../pose/warp.ts';
import { decodeFrames } from './decode.ts';
import { bytesPerPicture, type PlanarPicture } from './planar-picture.ts';
import { probeVideo } from './probe.ts';
import type { SizePx } from './video.ts';

/** Red rightwards, green downwards, blue in the middle of one corner: no turn or mirroring leaves it as it is. */
const paint: PaintFrame = (x, y, frame) => {
  const [u, v] = [x / clipSize.widthPx, y / clipSize.heightPx];
  return [40 + 170 * u, 40 + 150 * v + 2 * frame, 60 + 150 * Math.exp(-12 * ((u - 0.3) ** 2 + (v - 0.3) ** 2))];
};
const painted = (size: SizePx, frame: number): Uint8Array => {
  const rgb = new Uint8Array(size.widthPx * size.heightPx * 3);
  for (let i = 0; i < rgb.length / 3; i++) {
    const [x, y] = [i % size.widthPx, Math.floor(i / size.widthPx)];
    rgb.set(paint((x / size.widthPx) * clipSize.widthPx, (y / size.heightPx) * clipSize.heightPx, frame), 3 * i);
  }
  return rgb;
};

/** A picture's colours in its own size, as a network would be shown them. */
function colours(picture: PlanarPicture): Float32Array {
  const side = Math.max(picture.widthPx, picture.heightPx);
  const sizePx = { widthPx: side, heightPx: side };
  const tensor = new Float32Array(side * side * 3);
  const target = { ...sizePx, layout: 'nhwc', channels: 'rgb', border: 'edge' } as const;
  createWarp({ ...target, gain: [1, 1, 1], offset: [0, 0, 0] })(picture, wholePicture(picture), tensor);
  const [left, top] = [Math.round((side - picture.widthPx) / 2), Math.round((side - picture.heightPx) / 2)];
  const rgb = new Float32Array(picture.widthPx * picture.heightPx * 3);
  for (let row = 0; row < picture.heightPx; row++) {
    const from = 3 * ((top + row) * side + left);
    rgb.set(tensor.subarray(from, from + 3 * picture.widthPx), 3 * row * picture.widthPx);
  }
  return rgb;
}

/** Mean and largest difference, in levels of 255, of two pictures of one size. */
function difference(a: ArrayLike<number>, b: ArrayLike<number>): { readonly mean: number; readonly most: number } {
  expect(a.length).toBe(b.length);
  let [sum, most] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    const away = Math.abs(a[i] - b[i]);
    sum += away;
    most = Math.max(most, away);
  }
  return { mean: sum / a.length, most };
}

/** Compares every picture that the loop is shown with what the decoder gives as upright RGB of the same size. */
async function expectSame(
  path: string,
  { mean = 1.5, most = 10, ...options }: ShownOptions & { mean?: number; most?: number } = {},
): Promise<PlanarPicture> {
  const probe = await probeVideo(path);
  const shown = await shownPictures(path, options);
  const [{ widthPx, heightPx }] = shown;
  if (options.mostPixels === undefined && options.pixelAspect === undefined) {
    expect({ widthPx, heightPx }).toEqual({ widthPx: probe.widthPx, heightPx: probe.heightPx });
  }
  expect(shown).toHaveLength(probe.frameTimesS.length);
  for await (const { index, rgb } of decodeFrames(probe, { widthPx, heightPx })) {
    const away = difference(colours(shown[index]), rgb);
    expect(away.mean, `frame ${index}`).toBeLessThan(mean);
    expect(away.most, `frame ${index}`).toBeLessThan(most);
  }
  return shown[0];
}

let folder: string;
let plain: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'frame-planes-'));
  plain = await makeClip(folder, 'plain.mp4', { frameCount: 10, paint, crf: 4 });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const turnedBy = (matrix: readonly number[]): Promise<string> =>
  patchBox(plain, join(tempDir(), 'turned.mp4'), 'tkhd', (bytes, at) => setMatrix(bytes, at, matrix));

const turns = [
  ['upright', [1, 0, 0, 1]],
  ['turned clockwise', [0, 1, -1, 0]],
  ['turned by half', [-1, 0, 0, -1]],
  ['turned counter-clockwise', [0, -1, 1, 0]],
  ['mirrored', [-1, 0, 0, 1]],
  ['upside down', [1, 0, 0, -1]],
  ['mirrored and turned clockwise', [0, 1, 1, 0]],
  ['mirrored and turned counter-clockwise', [0, -1, -1, 0]],
] as const;

test.each(turns)(
  'a clip that is %s is shown as the decoder gives it, its planes as they are stored',
  async (_what, matrix) => {
    const picture = await expectSame(await turnedBy(matrix));
    expect([picture.storedWidthPx, picture.storedHeightPx]).toEqual([clipSize.widthPx, clipSize.heightPx]);
  },
);

test.each([turns[0], turns[1], turns[7]])(
  'a clip that is %s is shown so when it is made smaller',
  async (_what, matrix) => {
    const mostPixels = (clipSize.widthPx * clipSize.heightPx) / 3;
    const picture = await expectSame(await turnedBy(matrix), { mostPixels, mean: 2.5, most: 16 });
    expect(picture.widthPx * picture.heightPx).toBeLessThanOrEqual(mostPixels);
    expect(picture.widthPx * picture.heightPx).toBeGreaterThan(0.8 * mostPixels);
  },
);

test('HDR and its wide colours are brought to the standard range', async () => {
  const path = await makeClip(tempDir(), 'hlg.mp4', { frameCount: 10, paint, transfer: 'hlg', crf: 4 });
  await expectSame(path, { mean: 2.5, most: 32 });
});

interface JpegOptions {
  readonly size: SizePx;
  readonly chromaSubsampling?: '4:2:0' | '4:4:4';
  readonly quality?: number;
}

async function jpeg({ size, chromaSubsampling = '4:2:0', quality = 97 }: JpegOptions, frame: number): Promise<Buffer> {
  const raw = { width: size.widthPx, height: size.heightPx, channels: 3 } as const;
  return sharp(painted(size, frame), { raw }).jpeg({ quality, chromaSubsampling }).toBuffer();
}

async function avi(size: SizePx, pictures: readonly Promise<Buffer>[]): Promise<string> {
  const path = join(tempDir(), 'camera.avi');
  await writeFile(path, mjpegAvi(await Promise.all(pictures), 25, size.widthPx, size.heightPx));
  return path;
}
const twelve = (options: JpegOptions): Promise<Buffer>[] => Array.from({ length: 12 }, (_, i) => jpeg(options, i));

describe('JPEG pictures, full range and BT.601', () => {
  test.each([
    [96, 64],
    [97, 64],
    [96, 65],
    [97, 65],
  ])('of %i x %i keep their colours and their place', async (widthPx, heightPx) => {
    const size = { widthPx, heightPx };
    const picture = await expectSame(await avi(size, twelve({ size })), { most: 16 });
    expect([picture.storedWidthPx, picture.storedHeightPx]).toEqual([widthPx, heightPx]);
  });

  test('with a chroma sample for each pixel', async () => {
    const size = { widthPx: 96, heightPx: 64 };
    await expectSame(await avi(size, twelve({ size, chromaSubsampling: '4:4:4' })), { most: 16 });
  });
});

test.each([turns[0], turns[1], turns[4]])(
  'pixels that are not square are seen in their true shape, %s',
  async (_what, matrix) => {
    const picture = await expectSame(await turnedBy(matrix), { pixelAspect: [4, 3] });
    const sides = [picture.widthPx, picture.heightPx].sort((one, other) => other - one);
    expect(sides).toEqual([Math.round((clipSize.widthPx * 4) / 3), clipSize.heightPx]);
    expect([picture.storedWidthPx, picture.storedHeightPx]).toEqual([clipSize.widthPx, clipSize.heightPx]);
  },
);

describe('a stream that changes its picture midway', () => {
  const [size, larger] = [
    { widthPx: 96, heightPx: 64 },
    { widthPx: 144, heightPx: 96 },
  ];
  const changing = (second: JpegOptions): Promise<string> =>
    avi(
      size,
      Array.from({ length: 12 }, (_, i) => jpeg(i < 6 ? { size } : second, i)),
    );

  test.each<[string, JpegOptions]>([
    ['size', { size: larger }],
    ['chroma', { size, chromaSubsampling: '4:4:4' }],
  ])('in %s is shown in the shape of its first', async (_what, second) => {
    await expectSame(await changing(second), { mean: 2, most: 20 });
  });

  test.each(turns)('is %s throughout', async (_what, matrix) => {
    const shown = await shownPictures(await changing({ size: larger }), { matrix });
    // The frames differ by two levels of green each.
    expect(difference(colours(shown[5]), colours(shown[6])).mean).toBeLessThan(3);
  });
});

test('a smaller picture takes no more bytes than it may', async () => {
  for (const mostPixels of [100, 3_000, 5_001]) {
    const [picture] = await shownPictures(plain, { mostPixels });
    expect(bytesPerPicture(picture)).toBeLessThanOrEqual(1.5 * mostPixels);
  }
});
