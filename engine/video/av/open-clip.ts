import type { Frame } from 'node-av/lib';
import { JobError } from '../jobs/job-error.ts';
import type { DecodeLimits, ProbeFacts } from '../protocol.ts';
import { type DecodePicturesOptions, decodePictures } from './decoder.ts';
import { isInterlaced } from './fields.ts';
import { type FrameClock, openWithClock } from './frame-clock.ts';
import type { VideoInput } from './input.ts';
import { captureRate, isHdr, viewedSize } from './stream-facts.ts';

/** Pixels that are not square can leave a picture without a width. */
const leastSidePx = 16;
/** Pixels of all frames together: 10 s of 4K at 120 frames a second are 9.95 thousand million. */
const mostPixelsOfClip = 12e9;

/** A clip whose container is read and whose first picture is decoded: what is reported of it has been seen. */
export interface OpenClip {
  readonly input: VideoInput;
  readonly clock: FrameClock;
  readonly facts: ProbeFacts;
  /** All decodable pictures in order, the first one too. Each is only valid until the next is taken. Once only. */
  readonly frames: Generator<Frame, void>;
  /** Ends decoding. */
  close(): void;
}

/**
 * Opens a clip for decoding.
 *
 * @throws JobError `invalid_video`, `unsupported_video_format` or `video_truncated`.
 */
export function openClip(path: string, limits: DecodeLimits, options: DecodePicturesOptions = {}): OpenClip {
  const { maxPixels } = limits;
  const { input, clock } = openWithClock(path, limits);
  const { width, height } = input.stream.codecpar;
  checkPixels(width * height, maxPixels, `${width}x${height}`);
  if (!clock.complete) throw new JobError('video_truncated', `${clock.ticks.length} frames are left`);
  const decoded = decodePictures(input, maxPixels, options);
  const first = decoded.next();
  if (first.done) throw new JobError('invalid_video', 'no picture can be decoded');
  const size = viewedSize(input.stream, first.value);
  checkPixels(size.widthPx * size.heightPx, maxPixels, `${size.widthPx}x${size.heightPx}`);
  if (Math.min(size.widthPx, size.heightPx) < leastSidePx)
    throw new JobError('unsupported_video_format', `${size.widthPx}x${size.heightPx} is too small a picture`);
  const pixels = clock.ticks.length * first.value.width * first.value.height;
  if (pixels > mostPixelsOfClip)
    throw new JobError(
      'unsupported_video_format',
      `${clock.ticks.length} pictures of ${size.widthPx}x${size.heightPx}`,
    );
  const facts: ProbeFacts = {
    codec: input.codec,
    widthPx: size.widthPx,
    heightPx: size.heightPx,
    rotationDeg: size.upright.rotationDeg,
    frameTimesS: clock.timesS,
    captureFps: captureRate(input.format),
    hdr: isHdr(input.stream, first.value),
    interlaced: isInterlaced(first.value),
  };
  return { input, clock, facts, frames: resume(first.value, decoded), close: () => void decoded.return() };
}

function* resume(first: Frame, rest: Generator<Frame, void>): Generator<Frame, void> {
  yield first;
  yield* rest;
}

function checkPixels(pixels: number, maxPixels: number, size: string): void {
  if (pixels > maxPixels) throw new JobError('unsupported_video_format', `${size} is too large a picture`);
}
