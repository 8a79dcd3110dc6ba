import { StrideError } from '../../../engine/errors/stride-error.ts';
import { type Container, type RandomAccess, readContainer } from '../../../engine/video/container.ts';
import { otherContainer } from '../../../engine/video/other-containers.ts';
import type { VideoLimits } from '../../../engine/video/video.ts';
import { aviFacts } from './avi-facts.ts';
import { type ClipFacts, durationOf } from './clip-facts.ts';
import { isoFacts } from './iso-facts.ts';
import { webmFacts } from './webm-facts.ts';

/**
 * Reads what a clip is from its container alone and checks it against the limits, as the real server does with FFmpeg: the same files
 * are refused, but for those whose container is sound and whose pictures are not.
 *
 * @throws StrideError `invalid_video`, `unsupported_video_format`, `video_truncated`, `video_too_long`, `video_too_short`.
 */
export async function readClip(bytes: Buffer, limits: VideoLimits): Promise<ClipFacts> {
  if (bytes.length === 0) throw new StrideError('invalid_video', 'the file is empty');
  const file = inMemory(bytes);
  const container = await readContainer(file, bytes.length);
  if (container === null) {
    const other = await otherContainer(file);
    throw other === null
      ? new StrideError('invalid_video', 'no MP4, MOV, AVI or WEBM inside')
      : new StrideError('unsupported_video_format', `the file is ${other}, not MP4, MOV, AVI or WEBM`);
  }
  const facts = factsOf(bytes, container);
  if (container.truncated) throw new StrideError('video_truncated');
  if (facts === null) throw new StrideError('invalid_video', 'the file has no video stream');
  checkLimits(facts, limits);
  return facts;
}

function factsOf(bytes: Buffer, { kind }: Container): ClipFacts | null {
  if (kind === 'avi') return aviFacts(bytes);
  return kind === 'webm' ? webmFacts(bytes) : isoFacts(bytes, kind);
}

/** Durations are sums of fractions: one as long as the limit may look longer by less than this. */
const roundingS = 1e-6;

function checkLimits(facts: ClipFacts, { maxDurationS, maxFrames, minFrames }: VideoLimits): void {
  const { frameCount } = facts;
  const durationS = durationOf(facts);
  if (durationS > maxDurationS + roundingS) throw new StrideError('video_too_long', `${durationS.toFixed(2)} s`);
  if (frameCount > maxFrames) throw new StrideError('video_too_long', `${frameCount} frames`);
  if (frameCount < minFrames)
    throw new StrideError('video_too_short', frameCount === 1 ? '1 frame' : `${frameCount} frames`);
}

const inMemory = (bytes: Buffer): RandomAccess => ({
  read: async (buffer, offset, length, position) => ({
    buffer,
    bytesRead: bytes.copy(buffer, offset, position, position + length),
  }),
});
