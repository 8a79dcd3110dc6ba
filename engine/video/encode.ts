import { once } from 'node:events';
import { resolve } from 'node:path';
import { StrideError } from '../errors/stride-error.ts';
import { startFfmpegChild } from './ffmpeg-child.ts';
import { recordHeader, type Transfer } from './protocol.ts';
import { withScratch } from './scratch.ts';
import type { SizePx } from './video.ts';

export interface EncodeOptions {
  /** Even numbers. */
  readonly size: SizePx;
  readonly fps: number;
  /** Packed RGB pictures, rows top down. */
  readonly frames: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  readonly outPath: string;
  /** Constant rate factor of x264, 0 (exact) to 51; 18 looks like the original. */
  readonly crf?: number;
  /** Each picture's time, seconds, increasing from 0, for a variable rate; `fps` is then only a hint. */
  readonly timesS?: readonly number[];
  /** Brightness curve that the file is tagged with; the pictures are not converted. */
  readonly transfer?: Transfer;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Encodes pictures at a constant rate as H.264 in an MP4. The file appears when it is complete, or not at all.
 *
 * @throws StrideError `invalid_option` for an odd size, a frame of another length, or no frame; `decoder_failed`,
 * `aborted`.
 */
export async function encodeVideo(options: EncodeOptions): Promise<void> {
  const { size, fps, frames, outPath, crf = 18, timesS = null, transfer = 'bt709', signal } = options;
  const frameBytes = size.widthPx * size.heightPx * 3;
  if (size.widthPx % 2 !== 0 || size.heightPx % 2 !== 0) throw new StrideError('invalid_option', 'odd picture size');
  await withScratch(resolve(outPath), async (scratch) => {
    const job = { kind: 'encode', size, fps, timesS, transfer, crf, outPath: scratch.path('video.mp4') } as const;
    const child = startFfmpegChild(job, { signal });
    // The frames' maker may take any time over each.
    child.waiting(false);
    try {
      let count = 0;
      for await (const frame of frames) {
        if (frame.length !== frameBytes) throw new StrideError('invalid_option', `a frame of ${frame.length} bytes`);
        child.stdin.write(recordHeader(frameBytes));
        const ready = child.stdin.write(Buffer.from(frame));
        count++;
        // A broken pipe says less than the outcome of the child that broke it.
        const drained = ready || once(child.stdin, 'drain').catch(() => child.result);
        if (!ready) child.waiting(true);
        await Promise.race([drained, child.result]);
        if (!ready) child.waiting(false);
      }
      if (count === 0) throw new StrideError('invalid_option', 'no frames');
      child.stdin.write(recordHeader(0));
      child.waiting(true);
      await child.result;
    } finally {
      await child.stop();
    }
    await scratch.publish('video.mp4');
  });
}
