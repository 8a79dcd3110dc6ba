import { closeSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { AV_PIX_FMT_RGB24 } from 'node-av/constants';
import { Frame } from 'node-av/lib';
import { FilterChain } from '../../engine/video/av/filter-chain.ts';
import { H264Writer } from '../../engine/video/av/h264-writer.ts';
import type { WriteClipJob, WrittenClip } from './av-job.ts';

/** Ticks of a second: divisible by every usual frame rate. */
const ticksPerSecond = 90_000;
const noiseSeed = 20;

/** The clip appears when it is complete. */
export function writeClip(job: WriteClipJob): WrittenClip {
  const { path, size, strideSize, fps, noiseStrength, crf } = job;
  const { widthPx: width, heightPx: height } = strideSize;
  const ticksPerFrame = BigInt(ticksPerSecond / fps);
  const pictureBytes = width * height * 3;
  const stride = openSync(job.stridePath, 'r');
  const pictures = statSync(job.stridePath).size / pictureBytes;
  const chain = new FilterChain([
    `scale=${size.widthPx}:${size.heightPx}:flags=bicubic:out_color_matrix=bt709:out_range=tv`,
    'format=yuv420p',
    `noise=alls=${noiseStrength}:allf=t:all_seed=${noiseSeed}`,
  ]);
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}.partial`;
  const timeBase = { num: 1, den: ticksPerSecond };
  const writer = new H264Writer({
    outPath: partial,
    size,
    timeBase,
    fps,
    keyframeEveryS: 1,
    quality: { crf },
    preset: 'veryfast',
  });
  for (let index = 0; index < job.frames; index++) {
    const rgb = Buffer.alloc(pictureBytes);
    readSync(stride, rgb, 0, pictureBytes, (index % pictures) * pictureBytes);
    const frame = Frame.fromVideoBuffer(rgb, { width, height, format: AV_PIX_FMT_RGB24 });
    frame.pts = BigInt(index);
    writer.write(chain.apply(frame), BigInt(index) * ticksPerFrame, ticksPerFrame);
    frame.free();
  }
  writer.finish();
  chain.free();
  closeSync(stride);
  renameSync(partial, path);
  return { bytes: statSync(path).size };
}
