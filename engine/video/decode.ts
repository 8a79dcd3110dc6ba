import { StrideError } from '../errors/stride-error.ts';
import { ByteReader } from './byte-reader.ts';
import { startFfmpegChild } from './ffmpeg-child.ts';
import { defaultLimits } from './probe.ts';
import { type DecodeLimits, frameHeaderBytes, type JobCounts } from './protocol.ts';
import type { DecodedFrame, SizePx, VideoProbe } from './video.ts';

export interface DecodeOptions {
  readonly signal?: AbortSignal | undefined;
  /** Only the frame with this index. */
  readonly onlyIndex?: number;
}

/**
 * Decodes a probed clip at `size`, upright, in order, each frame with its place and true time in `probe.frameTimesS`.
 * A frame that cannot be decoded leaves a gap in the indices. The decoder waits for its reader, so memory stays
 * bounded; leaving the loop early ends it.
 *
 * @throws StrideError `video_truncated` when more than 3 frames and 2 % of the clip are missing, `invalid_video`,
 * `decoder_failed` or `aborted`.
 */
export async function* decodeFrames(
  probe: VideoProbe,
  size: SizePx,
  options: DecodeOptions = {},
): AsyncGenerator<DecodedFrame, void> {
  const onlyIndex = options.onlyIndex ?? null;
  const child = startFfmpegChild(
    { kind: 'decode', path: probe.path, size, limits: decodeLimits(probe), onlyIndex },
    { signal: options.signal },
  );
  try {
    const reader = new ByteReader(child.stdout);
    const header = Buffer.alloc(frameHeaderBytes);
    const rgb = new Uint8Array(size.widthPx * size.heightPx * 3);
    while ((await reader.fill(header)) && (await reader.fill(rgb))) {
      const index = header.readUInt32LE();
      if (index >= probe.frameTimesS.length) throw new StrideError('decoder_failed', 'the file has changed');
      child.waiting(false);
      yield { index, timeS: probe.frameTimesS[index], rgb, ...size };
      child.waiting(true);
    }
    const { done } = (await child.result) as JobCounts;
    const expected = onlyIndex === null ? probe.frameTimesS.length : 1;
    checkComplete(done, expected);
  } finally {
    await child.stop();
  }
}

/** What a probed clip may cost to decode: what the probe has allowed. */
export function decodeLimits({ frameTimesS, widthPx, heightPx }: VideoProbe): DecodeLimits {
  return { maxFrames: frameTimesS.length, maxPixels: Math.max(defaultLimits.maxPixels, widthPx * heightPx) };
}

const missingFrames = 3;
const missingFraction = 0.02;

/** @throws StrideError `video_truncated` when clearly fewer frames came out than the container lists. */
export function checkComplete(done: number, expected: number): void {
  const missing = expected - done;
  if (done === 0 || (missing > missingFrames && missing > missingFraction * expected)) {
    throw new StrideError('video_truncated', `${done} of ${expected} frames can be decoded`);
  }
}
