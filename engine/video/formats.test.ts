import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { acceptedCodecs, acceptedContainers, writeFormats } from '../../fixtures/formats/accepted-formats.ts';
import { transcodeClips } from '../../fixtures/formats/transcode-clips.ts';
import type { TranscodeJob } from '../../fixtures/formats/transcode-job.ts';
import { makeClip } from '../../test/support/clips.ts';
import { decodeFrames } from './decode.ts';
import { probeVideo } from './probe.ts';

const pairs = acceptedContainers.flatMap((container) => acceptedCodecs.map((codec) => ({ container, codec })));
const size = { widthPx: 128, heightPx: 64 };
const frameCount = 15;
let folder: string;
const pathOf = ({ container, codec }: (typeof pairs)[number]): string => join(folder, `${codec}.${container}`);

/** Left half of a colour that tells the frame, right half grey. */
const paint = (x: number, _: number, frame: number): [number, number, number] =>
  x < 64 ? [40 + 12 * frame, 200 - 10 * frame, 60] : [128, 128, 128];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'formats-'));
  const fromPath = await makeClip(folder, 'source.mp4', { frameCount, size, paint, crf: 4 });
  await writeFormats(
    pairs.map((pair) => ({
      ...pair,
      fromPath,
      toPath: pathOf(pair),
      fps: 30,
      // Of untagged pictures, and of VP8 and JPEG always, readers think so.
      tags: { primaries: 'bt601', transfer: 'bt709' },
      filters:
        pair.codec === 'mjpeg'
          ? ['scale=out_color_matrix=bt601:out_range=pc', 'format=yuvj420p']
          : ['scale=out_color_matrix=bt601:out_range=tv', 'format=yuv420p'],
    })),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it.each(pairs)('$container with $codec is known, timed and decoded', async (pair) => {
  const probe = await probeVideo(pathOf(pair));
  expect(probe).toMatchObject({ ...pair, ...size, rotationDeg: 0, variableFrameRate: false, hdr: false });
  expect(probe.frameTimesS).toHaveLength(frameCount);
  // WebM counts thousandths of a second.
  probe.frameTimesS.forEach((timeS, i) => {
    expect(Math.abs(timeS - i / 30)).toBeLessThanOrEqual(pair.container === 'webm' ? 0.001 : 1e-6);
  });
  let count = 0;
  for await (const { index, rgb } of decodeFrames(probe, size)) {
    const at = 3 * (32 * size.widthPx + 32);
    const [r, g, b] = paint(32, 32, index);
    expect(Math.abs(rgb[at] - r), `red of ${index}`).toBeLessThan(20);
    expect(Math.abs(rgb[at + 1] - g), `green of ${index}`).toBeLessThan(20);
    expect(Math.abs(rgb[at + 2] - b), `blue of ${index}`).toBeLessThan(20);
    count++;
  }
  expect(count).toBe(frameCount);
});

const refusals: readonly (Pick<TranscodeJob, 'muxer' | 'codec'> & {
  readonly code: string;
  readonly pixels?: string;
})[] = [
  { muxer: 'matroska', codec: 'h264', code: 'unsupported_video_format' },
  { muxer: 'matroska', codec: 'vp9', code: 'unsupported_video_format' },
  { muxer: 'mpegts', codec: 'h264', code: 'unsupported_video_format' },
  { muxer: 'mpeg', codec: 'mpeg2video', code: 'unsupported_video_format' },
  { muxer: 'flv', codec: 'h264', code: 'unsupported_video_format' },
  { muxer: 'ogg', codec: 'theora', code: 'unsupported_video_format' },
  { muxer: 'asf', codec: 'wmv2', code: 'unsupported_video_format' },
  { muxer: 'mp4', codec: 'mpeg2video', code: 'unsupported_video_format' },
  { muxer: 'avi', codec: 'flv1', code: 'unsupported_video_format' },
  { muxer: 'avi', codec: 'wmv2', code: 'unsupported_video_format' },
  { muxer: 'gif', codec: 'gif', code: 'invalid_video', pixels: 'rgb8' },
  { muxer: 'avif', codec: 'av1', code: 'invalid_video' },
];

it('other containers and codecs are refused with what they are, whatever they are called', async () => {
  const fromPath = join(folder, 'source.mp4');
  const jobs = refusals.map(({ muxer, codec, pixels = 'yuv420p' }) => ({
    ...{ muxer, codec, fromPath, toPath: join(folder, `refused-${muxer}-${codec}.mp4`), fps: 30 },
    filters: [muxer === 'avif' ? `select=eq(n\\,0),format=${pixels}` : `format=${pixels}`],
  }));
  await transcodeClips(jobs);
  for (const [i, { toPath }] of jobs.entries()) {
    const { code } = await probeVideo(toPath).then(
      () => ({ code: 'accepted' }),
      (error: { code: string }) => error,
    );
    expect(`${toPath.split('refused-')[1]} ${code}`).toBe(`${toPath.split('refused-')[1]} ${refusals[i].code}`);
  }
});

it('a 3GP of an old phone is an MP4', async () => {
  const toPath = join(folder, 'old.3gp');
  await transcodeClips([{ fromPath: join(folder, 'source.mp4'), toPath, muxer: '3gp', codec: 'mpeg4', fps: 30 }]);
  expect(await probeVideo(toPath)).toMatchObject({ container: 'mp4', codec: 'mpeg4' });
});
