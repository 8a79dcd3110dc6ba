import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { FrameCount } from '../analysis.ts';
import type { Drawing } from '../drawing/drawing.ts';
import { ByteReader } from './byte-reader.ts';
import { checkComplete, decodeLimits } from './decode.ts';
import { startFfmpegChild } from './ffmpeg-child.ts';
import type { JobCounts, RenderJob } from './protocol.ts';
import { type Scratch, withScratch } from './scratch.ts';
import type { SlowMotion, TellingFrame } from './telling-frame.ts';
import { writeThumbnail } from './thumbnail.ts';
import type { VideoProbe } from './video.ts';

export interface RenderOptions {
  readonly probe: VideoProbe;
  /** Of the size of the annotated video; its frames are the clip's. */
  readonly drawing: Drawing;
  /** The video shows every n-th frame of the clip, from the first on. */
  readonly frameStep: number;
  readonly outPath: string;
  readonly thumbnail: {
    /** The sharpest of them is taken. When one cannot be decoded, the next frame that can stands for it. */
    readonly frames: readonly TellingFrame[];
    readonly outPath: string;
  };
  /** Null, by default, for the clip alone. */
  readonly slowMotion?: SlowMotion | null;
  readonly signal?: AbortSignal | undefined;
  /** Told the share of frames that is done, 0 to 1, and how many they are. */
  readonly onProgress?: ((fraction: number, frames?: FrameCount) => void) | undefined;
}

/**
 * Decodes the clip once more, paints the drawing and writes an H.264 MP4 with the clip's frames at the clip's times, with the sharpest stride
 * in slow motion after them when asked, and one of these pictures as JPEG. Both files appear when they are complete, or none does.
 *
 * @throws StrideError `video_truncated`, `decoder_failed` or `aborted`.
 */
export async function renderAnnotatedVideo(options: RenderOptions): Promise<void> {
  const outPath = resolve(options.outPath);
  await withScratch(outPath, (video) =>
    withScratch(resolve(options.thumbnail.outPath), async (picture) => {
      await renderInto(video, picture, options);
      await video.publish('video.mp4');
      try {
        await picture.publish('picture.jpg');
      } catch (error) {
        await rm(outPath, { force: true });
        throw error;
      }
    }),
  );
  options.onProgress?.(1);
}

async function renderInto(video: Scratch, picture: Scratch, options: RenderOptions): Promise<void> {
  const { probe, drawing, frameStep, thumbnail, slowMotion = null, signal, onProgress } = options;
  const job: RenderJob = {
    kind: 'render',
    path: probe.path,
    limits: decodeLimits(probe),
    drawing,
    frameStep,
    tellingFrames: thumbnail.frames,
    slowMotion,
    fontsPath: fontsPath(),
    outPath: video.path('video.mp4'),
  };
  const child = startFfmpegChild(job, {
    signal,
    onProgress: (done, expected) => onProgress?.(done / expected, { done, expected }),
  });
  try {
    const rgb = new Uint8Array(drawing.size.widthPx * drawing.size.heightPx * 3);
    const isWhole = await new ByteReader(child.stdout).fill(rgb);
    if (isWhole) await writeThumbnail(rgb, drawing.size, picture.path('picture.jpg'));
    const { done } = (await child.result) as JobCounts;
    checkComplete(done, Math.ceil(probe.frameTimesS.length / frameStep));
  } finally {
    await child.stop();
  }
}

/** Folder of the DejaVu fonts, which the numbers are set in. */
function fontsPath(): string {
  return join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');
}
