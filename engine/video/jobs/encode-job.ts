import {
  AV_PIX_FMT_RGB24,
  AVCOL_PRI_BT709,
  AVCOL_PRI_BT2020,
  AVCOL_TRC_ARIB_STD_B67,
  AVCOL_TRC_BT709,
} from 'node-av/constants';
import { Frame } from 'node-av/lib';
import { FilterChain } from '../av/filter-chain.ts';
import { H264Writer } from '../av/h264-writer.ts';
import type { EncodeJob, JobCounts } from '../protocol.ts';
import { JobError } from './job-error.ts';
import { readRecord } from './pipes.ts';

/** Ticks of a second: divisible by every usual frame rate. */
const ticksPerSecond = 90_000;

/** Encodes RGB pictures from stdin. */
export function runEncode({ size, fps, timesS, transfer, crf, outPath }: EncodeJob): JobCounts {
  const { widthPx: width, heightPx: height } = size;
  const chain = new FilterChain([
    'scale=out_color_matrix=bt709:out_range=tv:flags=area+accurate_rnd',
    'format=yuv420p',
  ]);
  const timeBase = { num: 1, den: ticksPerSecond };
  const writer = new H264Writer({
    outPath,
    size,
    timeBase,
    fps,
    keyframeEveryS: 1,
    quality: { crf },
    preset: 'veryfast',
  });
  // One time beyond the last picture's is asked for, as its end.
  const secondsAt = (index: number): number =>
    timesS === null ? index / fps : (timesS[index] ?? timesS[timesS.length - 1] + 1 / fps);
  const ticksAt = (index: number): bigint => BigInt(Math.round(secondsAt(index) * ticksPerSecond));
  let done = 0;
  for (;;) {
    const record = readRecord();
    if (record === null) throw new JobError('aborted', 'the frames stopped coming');
    if (record.length === 0) break;
    const frame = Frame.fromVideoBuffer(record, { width, height, format: AV_PIX_FMT_RGB24 });
    frame.pts = BigInt(done);
    const picture = chain.apply(frame);
    picture.colorPrimaries = transfer === 'hlg' ? AVCOL_PRI_BT2020 : AVCOL_PRI_BT709;
    picture.colorTrc = transfer === 'hlg' ? AVCOL_TRC_ARIB_STD_B67 : AVCOL_TRC_BT709;
    writer.write(picture, ticksAt(done), ticksAt(done + 1) - ticksAt(done));
    frame.free();
    done++;
  }
  writer.finish();
  chain.free();
  return { expected: done, done };
}
