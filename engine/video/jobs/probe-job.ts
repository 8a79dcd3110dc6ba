import { decodePictures } from '../av/decoder.ts';
import { openWithClock } from '../av/frame-clock.ts';
import { isHdr, viewedSize } from '../av/stream-facts.ts';
import type { ProbeFacts, ProbeJob } from '../protocol.ts';
import { JobError } from './job-error.ts';

/** Reads the container and decodes one picture, so that what is reported has been seen. */
export function runProbe({ path, limits }: ProbeJob): ProbeFacts {
  const { input, clock } = openWithClock(path, limits);
  const { width, height } = input.stream.codecpar;
  checkPixels(width * height, limits.maxPixels, `${width}x${height}`);
  if (!clock.complete) throw new JobError('video_truncated', `${clock.ticks.length} frames are left`);
  for (const frame of decodePictures(input, limits.maxPixels)) {
    const size = viewedSize(input.stream, frame);
    checkPixels(size.widthPx * size.heightPx, limits.maxPixels, `${size.widthPx}x${size.heightPx}`);
    return {
      codec: input.codec,
      widthPx: size.widthPx,
      heightPx: size.heightPx,
      rotationDeg: size.upright.rotationDeg,
      frameTimesS: clock.timesS,
      hdr: isHdr(input.stream, frame),
    };
  }
  throw new JobError('invalid_video', 'no picture can be decoded');
}

function checkPixels(pixels: number, maxPixels: number, size: string): void {
  if (pixels > maxPixels) throw new JobError('unsupported_video_format', `${size} is too large a picture`);
}
