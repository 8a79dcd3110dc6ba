import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { StrideError } from '../errors/stride-error.ts';
import { clipRefused } from './clip-refused.ts';
import { type Container, readContainer } from './container.ts';
import { startFfmpegChild } from './ffmpeg-child.ts';
import { frameRate } from './frame-rate.ts';
import { otherContainer } from './other-containers.ts';
import type { ProbeFacts } from './protocol.ts';
import type { VideoLimits, VideoProbe } from './video.ts';

/**
 * The contract's limits: 30 MB, 10 s. A phone's clip of ten seconds runs a frame or so over, hence 10.05 s.
 * 3000 frames are 10 s at 300 frames per second; 16.8 million pixels are 4096 x 4096. Fewer than 10 frames cannot hold
 * one step at 30 frames per second (a step takes about 0.35 s).
 */
export const defaultLimits: VideoLimits = {
  maxBytes: 30_000_000,
  maxDurationS: 10.05,
  maxFrames: 3_000,
  maxPixels: 4096 * 4096,
  minFrames: 10,
};

export interface ProbeOptions {
  readonly limits?: VideoLimits;
  readonly signal?: AbortSignal | undefined;
}

/** A file that looks like a clip, by its size and first bytes. */
export interface ClipFile {
  /** Absolute. */
  readonly path: string;
  readonly container: Container;
  readonly limits: VideoLimits;
}

/**
 * Reads what a clip is, from its bytes alone, and checks it against the limits. Frame times come from the container's
 * packets, edit lists and frame reordering respected.
 *
 * @throws StrideError `video_not_found`, `video_not_readable`, `invalid_video`, `unsupported_video_format`, `video_too_large`,
 * `video_too_long`, `video_too_short`, `video_truncated`, `decoder_failed` or `aborted`.
 */
export async function probeVideo(path: string, { limits, signal }: ProbeOptions = {}): Promise<VideoProbe> {
  const file = await checkClipFile(path, limits);
  const child = startFfmpegChild({ kind: 'probe', path: file.path, limits: file.limits }, { signal });
  return probedClip(file, child.result as Promise<ProbeFacts>);
}

/** The first half of {@link probeVideo}, before FFmpeg opens the file. @throws StrideError as that does. */
export async function checkClipFile(path: string, limits = defaultLimits): Promise<ClipFile> {
  const absolutePath = resolve(path);
  return { path: absolutePath, container: await checkFile(absolutePath, limits), limits };
}

/** The second half: judges what FFmpeg has found in the file. @throws StrideError as {@link probeVideo} does. */
export async function probedClip(
  { path, container, limits }: ClipFile,
  found: Promise<ProbeFacts>,
): Promise<VideoProbe> {
  const facts = await found.catch((error: unknown) => {
    throw container.truncated && isAboutTheFile(error) ? new StrideError('video_truncated') : withSizeAdvice(error);
  });
  const frameTimesS = Float64Array.from(facts.frameTimesS);
  const rate = frameRate(frameTimesS);
  const durationS = (frameTimesS.at(-1) ?? 0) + rate.intervalS;
  checkLimits(frameTimesS.length, durationS, limits);
  if (rate.fps > mostFps)
    throw new StrideError('unsupported_video_format', `${Math.round(rate.fps)} frames a second`, {
      advice: slowerAdvice,
    });
  if (container.truncated) throw new StrideError('video_truncated');
  return {
    path,
    container: container.kind,
    codec: facts.codec,
    widthPx: facts.widthPx,
    heightPx: facts.heightPx,
    rotationDeg: facts.rotationDeg,
    durationS,
    frameTimesS,
    fps: rate.fps,
    variableFrameRate: rate.variable,
    captureFps: facts.captureFps,
    hdr: facts.hdr,
    interlaced: facts.interlaced,
  };
}

async function checkFile(path: string, limits: VideoLimits): Promise<Container> {
  // Asked before it is opened: opening a pipe waits for its other end.
  const info = await stat(path).catch((error: Error) => {
    throw clipRefused(path, error);
  });
  if (!info.isFile()) throw new StrideError('video_not_found', `${path} is not a file`);
  const file = await open(path).catch((error: Error) => {
    throw clipRefused(path, error);
  });
  try {
    if (info.size === 0) throw new StrideError('invalid_video', 'the file is empty');
    if (info.size > limits.maxBytes) {
      throw new StrideError('video_too_large', `${(info.size / 1e6).toFixed(1)} MB`);
    }
    const container = await readContainer(file, info.size);
    if (container !== null) return container;
    const other = await otherContainer(file);
    throw other === null
      ? new StrideError('invalid_video', 'no MP4, MOV, AVI or WEBM inside')
      : new StrideError('unsupported_video_format', `the file is ${other}, not MP4, MOV, AVI or WEBM`);
  } finally {
    await file.close();
  }
}

const slowerAdvice =
  'No camera that films a runner writes so many frames a second: send the clip as it was recorded, with its own times.';
const smallerAdvice =
  'Scale the picture to at most 3840 by 2160 pixels and send it again: ffmpeg -i clip.mp4 -vf scale=-2:1080 smaller.mp4';

/** Another codec does not help a picture that is too large. */
const withSizeAdvice = (error: unknown): unknown =>
  error instanceof StrideError &&
  error.code === 'unsupported_video_format' &&
  / too large a picture$/.test(error.detail ?? '')
    ? new StrideError(error.code, error.detail, { advice: smallerAdvice, cause: error })
    : error;

/** Beyond what any camera writes that films a runner. */
const mostFps = 1_000;

/** Times are sums of fractions: a clip as long as the limit may look longer by less than this. */
const roundingS = 1e-6;

function checkLimits(frameCount: number, durationS: number, limits: VideoLimits): void {
  if (durationS > limits.maxDurationS + roundingS) throw new StrideError('video_too_long', `${durationS.toFixed(2)} s`);
  if (frameCount > limits.maxFrames) throw new StrideError('video_too_long', `${frameCount} frames`);
  if (frameCount < limits.minFrames) {
    throw new StrideError('video_too_short', frameCount === 1 ? '1 frame' : `${frameCount} frames`);
  }
}

const isAboutTheFile = (error: unknown): boolean => error instanceof StrideError && error.code === 'invalid_video';
