import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { demoRunner } from '../../../fixtures/demo-clip.ts';
import { makeRunnerClip } from '../../../fixtures/figure/runner-clip.ts';
import { transcodeClips } from '../../../fixtures/formats/transcode-clips.ts';
import type { Muxer, WrittenCodec } from '../../../fixtures/formats/transcode-job.ts';
import { sideCamera } from '../../../fixtures/keypoints/side-camera.ts';
import { audioAvi } from '../../support/avi.ts';
import { makeClip } from '../../support/clips.ts';

/** What a maker works with: a folder of its own, and the other files. */
export interface Workshop {
  readonly folder: string;
  readonly read: (name: string) => Promise<Uint8Array>;
}

type Maker = (workshop: Workshop) => Promise<Uint8Array>;

const megabytes30 = 30_000_000;

/** Nobody in it, so many frames at so many a second. */
const plain =
  (frameCount: number, fps = 30): Maker =>
  async ({ folder }) =>
    readFile(await makeClip(folder, `${frameCount}-at-${fps}.mp4`, { frameCount, fps }));

/** `clip.mp4` with nothing behind it, up to so many bytes. */
const padded =
  (bytes: number): Maker =>
  async ({ read }) => {
    const clip = await read('clip.mp4');
    const free = Buffer.alloc(bytes - clip.length);
    free.writeUInt32BE(free.length);
    free.write('free', 4, 'latin1');
    return Buffer.concat([clip, free]);
  };

/** `clip.mp4` in another container, its pictures by another codec. */
const written =
  (muxer: Muxer, codec: WrittenCodec): Maker =>
  async ({ folder, read }) => {
    const [fromPath, toPath] = [join(folder, `of-${muxer}-${codec}.mp4`), join(folder, `clip-${codec}.${muxer}`)];
    await writeFile(fromPath, await read('clip.mp4'));
    const format = codec === 'mjpeg' ? 'yuvj420p' : 'yuv420p';
    await transcodeClips([{ fromPath, toPath, muxer, codec, fps: 30, filters: ['scale', `format=${format}`] }]);
    return readFile(toPath);
  };

/** Every file that a case may name; README.md says what each is for. */
export const clipMakers: Readonly<Record<string, Maker>> = {
  // The demo's runner for two seconds: five steps, in a picture that is soon read.
  'runner.mp4': async ({ folder }) => {
    const outPath = join(folder, 'runner.mp4');
    const camera = sideCamera({ widthPx: 240, heightPx: 428, fieldHeightM: 2.55, heightM: 0.98, distanceM: 4.5 });
    await makeRunnerClip({ runner: demoRunner, camera, fps: 30, durationS: 2, crf: 24, outPath });
    return readFile(outPath);
  },
  'clip.mp4': plain(45),
  'clip-30-MB.mp4': padded(megabytes30),
  'clip-30-MB-less-1-byte.mp4': padded(megabytes30 - 1),
  'clip-30-MB-and-1-byte.mp4': padded(megabytes30 + 1),
  'clip-10-s.mp4': plain(300),
  'clip-10-s-less-1-frame.mp4': plain(299),
  'clip-10-s-and-1-frame.mp4': plain(301),
  'clip-10-s-and-2-frames.mp4': plain(302),
  'clip-10-s-at-60-fps.mp4': plain(600, 60),
  'clip-10-s-at-60-fps-and-3-frames.mp4': plain(603, 60),
  'clip-10-s-at-60-fps-and-4-frames.mp4': plain(604, 60),
  'clip-9-frames.mp4': plain(9),
  'clip-10-frames.mp4': plain(10),
  'h264.mp4': written('mp4', 'h264'),
  'hevc.mp4': written('mp4', 'hevc'),
  'vp9.mp4': written('mp4', 'vp9'),
  'av1.mp4': written('mp4', 'av1'),
  'mpeg4.mp4': written('mp4', 'mpeg4'),
  'h264.mov': written('mov', 'h264'),
  'hevc.mov': written('mov', 'hevc'),
  'mjpeg.mov': written('mov', 'mjpeg'),
  'mjpeg.avi': written('avi', 'mjpeg'),
  'mpeg4.avi': written('avi', 'mpeg4'),
  'vp8.webm': written('webm', 'vp8'),
  'vp9.webm': written('webm', 'vp9'),
  'av1.webm': written('webm', 'av1'),
  'theora.ogg': written('ogg', 'theora'),
  'mpeg2.ts': written('mpegts', 'mpeg2video'),
  'h264.flv': written('flv', 'h264'),
  'sound.avi': async () => audioAvi(),
  'cut.mp4': async ({ read }) => {
    const bytes = await read('clip.mp4');
    return bytes.subarray(0, Math.floor(bytes.length / 2));
  },
  'empty.mp4': async () => Buffer.alloc(0),
  'noise.mp4': async () => Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3)) & 255)),
  'notes.txt': async () => Buffer.from('left foot lands early\n'),
  'letters-10001.txt': async () => Buffer.from('5'.repeat(10_001)),
  'letters-70000.json': async () => Buffer.from(JSON.stringify({ name: 'n'.repeat(70_000) })),
  'latin1.json': async () => Buffer.from('{"name": "Zo\xeb"}', 'latin1'),
  'picture.jpg': () =>
    sharp({ create: { width: 64, height: 48, channels: 3, background: '#3a7' } })
      .jpeg()
      .toBuffer(),
};
