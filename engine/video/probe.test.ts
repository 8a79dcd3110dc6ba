import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audioAvi, mjpegAvi } from '../../test/support/avi.ts';
import { withCaptureRate } from '../../test/support/capture-rate.ts';
import { childrenOf } from '../../test/support/children.ts';
import { clipSize, makeClip, patchBox, setMatrix } from '../../test/support/clips.ts';
import { requireShared } from '../../test/support/shared.ts';
import type { ErrorCode } from '../errors/catalogue.ts';
import { startFfmpegChild } from './ffmpeg-child.ts';
import { defaultLimits, probeVideo } from './probe.ts';

let folder: string;
let plain: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'probe-'));
  plain = await makeClip(folder, 'plain.mp4', { frameCount: 60 });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = (name: string): string => join(folder, name);
const jpeg = (): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#456' } })
    .jpeg()
    .toBuffer();

/** The error that a clip is refused with. */
const refusalOf = (path: string): Promise<unknown> =>
  probeVideo(path).then(
    () => null,
    (error: unknown) => error,
  );

async function codeOf(path: string): Promise<ErrorCode | 'accepted'> {
  const outcome = await probeVideo(path).then(
    () => 'accepted' as const,
    (error: { code: ErrorCode }) => error.code,
  );
  expect(childrenOf(process.pid)).toEqual([]);
  return outcome;
}

describe('a clip that can be read', () => {
  it('has its size, codec and exact frame times, B-frames put in order', async () => {
    const probe = await probeVideo(plain);
    expect(probe).toMatchObject({ container: 'mp4', codec: 'h264', ...clipSize, rotationDeg: 0, hdr: false });
    expect(probe.frameTimesS).toHaveLength(60);
    probe.frameTimesS.forEach((timeS, i) => {
      expect(timeS).toBeCloseTo(i / 30, 9);
    });
    expect(probe).toMatchObject({ variableFrameRate: false });
    expect(probe.fps).toBeCloseTo(30, 9);
    expect(probe.durationS).toBeCloseTo(2, 9);
  });

  it.each([
    [90, [0, 1, -1, 0]],
    [180, [-1, 0, 0, -1]],
    [270, [0, -1, 1, 0]],
  ])('turned by %i degrees has the size that a viewer sees', async (rotationDeg, matrix) => {
    const path = await patchBox(plain, file(`turned${rotationDeg}.mp4`), 'tkhd', (bytes, at) =>
      setMatrix(bytes, at, matrix),
    );
    const sideways = rotationDeg !== 180;
    expect(await probeVideo(path)).toMatchObject({
      rotationDeg,
      widthPx: sideways ? clipSize.heightPx : clipSize.widthPx,
      heightPx: sideways ? clipSize.widthPx : clipSize.heightPx,
    });
  });

  it('with a variable frame rate keeps each frame’s own time', async () => {
    const timesS = [0, 0.033, 0.1, 0.133, 0.2, 0.3, 0.333, 0.4, 0.433, 0.5, 0.6, 0.633];
    const path = await makeClip(folder, 'vfr.mp4', { frameCount: timesS.length, timesS });
    const probe = await probeVideo(path);
    expect(probe.variableFrameRate).toBe(true);
    probe.frameTimesS.forEach((timeS, i) => {
      expect(timeS).toBeCloseTo(timesS[i], 6);
    });
  });

  it('loses the frames that its edit list cuts away', async () => {
    const path = await patchBox(plain, file('edited.mp4'), 'elst', (bytes, at) => {
      const cutTicks = 7 * 3_000;
      bytes.writeUInt32BE(bytes.readUInt32BE(at + 8) - cutTicks, at + 8);
      bytes.writeUInt32BE(bytes.readUInt32BE(at + 12) + cutTicks, at + 12);
    });
    const probe = await probeVideo(path);
    expect(probe.frameTimesS).toHaveLength(53);
    expect(probe.frameTimesS[1]).toBeCloseTo(1 / 30, 9);
  });

  it('says at which rate it was captured, if the camera has noted it', async () => {
    expect((await probeVideo(plain)).captureFps).toBeNull();
    await writeFile(file('slow.mp4'), withCaptureRate(await readFile(plain), 240));
    const probe = await probeVideo(file('slow.mp4'));
    expect(probe).toMatchObject({ captureFps: 240, variableFrameRate: false });
    expect(probe.frameTimesS).toHaveLength(60);
  });

  it('in HLG is known as HDR', async () => {
    const path = await makeClip(folder, 'hlg.mp4', { frameCount: 12, transfer: 'hlg' });
    expect(await probeVideo(path)).toMatchObject({ hdr: true });
  });

  it('is told by its content: JPEG pictures in AVI, named .mp4', async () => {
    const picture = await jpeg();
    await writeFile(file('avi.mp4'), mjpegAvi(Array(20).fill(picture), 25, 64, 48));
    const probe = await probeVideo(file('avi.mp4'));
    expect(probe).toMatchObject({ container: 'avi', codec: 'mjpeg', widthPx: 64, heightPx: 48 });
    expect(probe.frameTimesS).toHaveLength(20);
    expect(probe.fps).toBeCloseTo(25, 6);
  });

  it('of QuickTime’s brand is a MOV', async () => {
    const path = await patchBox(plain, file('brand.mp4'), 'ftyp', (bytes, at) => bytes.write('qt  ', at, 'latin1'));
    expect(await probeVideo(path)).toMatchObject({ container: 'mov' });
  });
});

describe('a file that is refused', () => {
  it.each<[string, string | Buffer]>([
    ['no bytes', ''],
    ['text named .mp4', 'This is not a video.\n'.repeat(100)],
    [
      'an HLS playlist named .mp4',
      '#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n',
    ],
    ['a concat playlist named .mp4', "ffconcat version 1.0\nfile 'plain.mp4'\n"],
    ['audio alone', audioAvi()],
    ['an AVI header alone', Buffer.from('RIFF\x10\0\0\0AVI LIST\0\0\0\0', 'latin1')],
    [
      'random bytes behind an MP4 header',
      Buffer.concat([Buffer.from('\0\0\0\x10ftypisom\0\0\0\0\0\0\x04\0moov', 'latin1'), Buffer.alloc(1020, 0xa5)]),
    ],
  ])('%s is no video', async (_what, content) => {
    await writeFile(file('refused.mp4'), content);
    expect(await codeOf(file('refused.mp4'))).toBe('invalid_video');
  });

  it('a folder, and a file that is not there', async () => {
    expect(await codeOf(folder)).toBe('video_not_found');
    expect(await codeOf('/dev/null')).toBe('video_not_found');
    expect(await codeOf(file('missing.mp4'))).toBe('video_not_found');
  });

  it('a file that is there and may not be read', async () => {
    await writeFile(file('locked.mp4'), 'shut away', { mode: 0 });
    const isRoot = process.geteuid?.() === 0;
    // The superuser may read everything.
    if (isRoot) process.seteuid?.(65_534);
    try {
      await expect(probeVideo(file('locked.mp4'))).rejects.toMatchObject({
        code: 'video_not_readable',
        message: expect.stringContaining('permission is denied'),
      });
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });

  it('an MP4 whose only track is sound', async () => {
    const path = await patchBox(plain, file('sound.mp4'), 'hdlr', (bytes, at) => bytes.write('soun', at + 8, 'latin1'));
    expect(await codeOf(path)).toBe('invalid_video');
  });

  it('a playlist, by FFmpeg itself, should one get so far', async () => {
    await writeFile(file('list.mp4'), `ffconcat version 1.0\nfile '${plain}'\n`);
    const child = startFfmpegChild({ kind: 'probe', path: file('list.mp4'), limits: defaultLimits });
    await expect(child.result).rejects.toMatchObject({ code: 'invalid_video' });
  });

  it('an MP4 that ends early, at any place', async () => {
    const whole = await readFile(plain);
    for (const share of [0.15, 0.3, 0.6, 0.99]) {
      await writeFile(file('cut.mp4'), whole.subarray(0, Math.round(share * whole.length)));
      expect(await codeOf(file('cut.mp4'))).toBe('video_truncated');
    }
  });

  it('31 MB', async () => {
    const path = await patchBox(plain, file('large.mp4'), 'ftyp', () => undefined);
    await truncate(path, 31_000_000);
    expect(await codeOf(path)).toBe('video_too_large');
  });

  it('12 s, and too many frames', async () => {
    const size = { widthPx: 32, heightPx: 32 };
    const long = await makeClip(folder, 'long.mp4', { frameCount: 120, fps: 10, size });
    expect(await codeOf(long)).toBe('video_too_long');
    const many = await makeClip(folder, 'many.mp4', { frameCount: 3_100, fps: 400, size });
    expect(await codeOf(many)).toBe('video_too_long');
  });

  it.each([
    [30, 299, 'accepted'],
    [30, 300, 'accepted'],
    [30, 301, 'accepted'],
    [30, 302, 'video_too_long'],
    [60, 603, 'accepted'],
    [60, 604, 'video_too_long'],
    [240, 2412, 'accepted'],
    [240, 2413, 'video_too_long'],
  ])('10 s and a frame or so more: at %i fps, %i frames are %s', async (fps, frameCount, outcome) => {
    const path = await makeClip(folder, 'ten.mp4', { frameCount, fps, size: { widthPx: 32, heightPx: 32 } });
    expect(await codeOf(path)).toBe(outcome);
  });

  it('2000 frames a second, with advice that fits', async () => {
    const fast = await makeClip(folder, 'fast.mp4', { frameCount: 60, fps: 2000, size: { widthPx: 32, heightPx: 32 } });
    expect(await refusalOf(fast)).toMatchObject({
      code: 'unsupported_video_format',
      message: expect.stringContaining('2000 frames a second'),
      advice: expect.stringContaining('with its own times'),
    });
  });

  it('one frame', async () => {
    expect(await codeOf(await makeClip(folder, 'one.mp4', { frameCount: 1 }))).toBe('video_too_short');
  });

  it('16384x8640 pixels, by the container’s word or only by the picture’s', async () => {
    const claimed = await patchBox(plain, file('huge.mp4'), 'avc1', (bytes, at) => {
      // The name occurs among the compatible brands first.
      const entry = bytes.indexOf('avc1', at, 'latin1') + 4;
      bytes.writeUInt16BE(16_384, entry + 24);
      bytes.writeUInt16BE(8_640, entry + 26);
    });
    expect(await refusalOf(claimed)).toMatchObject({
      code: 'unsupported_video_format',
      message:
        'The container or codec or picture size or frame rate is not accepted (16384x8640 is too large a picture)',
      advice: expect.stringMatching(/^Scale the picture to at most/),
    });

    const picture = await jpeg();
    const frameHeader = picture.indexOf(Buffer.from([0xff, 0xc0]));
    picture.writeUInt16BE(8_640, frameHeader + 5);
    picture.writeUInt16BE(16_384, frameHeader + 7);
    await writeFile(file('huge.avi'), mjpegAvi(Array(20).fill(picture), 25, 64, 48));
    expect(['invalid_video', 'unsupported_video_format']).toContain(await codeOf(file('huge.avi')));
  });
});

describe('the real clips', () => {
  it('of 9.9 s passes and of 12 s does not', async (context) => {
    const accepted = requireShared(context, 'data/clips/treadmill_side_male_720x1280_30fps_9.9s.mp4');
    const refused = requireShared(context, 'data/clips/treadmill_side_male_720x1280_30fps_12s_TOO_LONG.mp4');
    expect(await probeVideo(accepted)).toMatchObject({ widthPx: 720, heightPx: 1280 });
    expect(await codeOf(refused)).toBe('video_too_long');
  });
});
