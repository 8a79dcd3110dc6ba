import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { checkComplete, decodeLimits } from './decode.ts';
import { startFfmpegChild } from './ffmpeg-child.ts';
import { outputSize } from './output-size.ts';
import type { JobCounts } from './protocol.ts';
import { withScratch } from './scratch.ts';
import type { VideoProbe } from './video.ts';

export interface RenderOptions {
  readonly probe: VideoProbe;
  /**
   * ASS script at {@link outputSize}. Its clock counts frames, not time: frame `k` of the clip shows what the script
   * shows from `k` to `k + 1` tenths of a second, so that the script's resolution of 10 ms suits any frame rate.
   */
  readonly overlayScript: string;
  readonly outPath: string;
  readonly signal?: AbortSignal | undefined;
  /** Told the share of frames that is done, 0 to 1. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

/**
 * Decodes the clip once more, draws the overlay and writes an H.264 MP4 with the same frames at the same times.
 * The file appears when it is complete, or not at all.
 *
 * @throws StrideError `video_truncated`, `decoder_failed` or `aborted`.
 */
export async function renderAnnotatedVideo(options: RenderOptions): Promise<void> {
  const { probe, overlayScript, outPath, signal, onProgress } = options;
  await withScratch(resolve(outPath), async (scratch) => {
    const overlayPath = scratch.path('overlay.ass');
    await writeFile(overlayPath, overlayScript);
    const child = startFfmpegChild(
      {
        kind: 'render',
        path: probe.path,
        size: outputSize(probe),
        limits: decodeLimits(probe),
        overlayPath,
        fontsPath: fontsPath(),
        outPath: scratch.path('video.mp4'),
      },
      { signal, onProgress: (done, expected) => onProgress?.(done / expected) },
    );
    try {
      const { done } = (await child.result) as JobCounts;
      checkComplete(done, probe.frameTimesS.length);
    } finally {
      await child.stop();
    }
    await scratch.publish('video.mp4');
  });
  onProgress?.(1);
}

/** Folder of the DejaVu fonts, which the overlay's numbers are set in. */
function fontsPath(): string {
  return join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');
}
