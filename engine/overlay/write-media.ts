import { rm } from 'node:fs/promises';
import type { Analysis, AnalysisRequest } from '../analysis.ts';
import { outputSize } from '../video/output-size.ts';
import { renderAnnotatedVideo } from '../video/render.ts';
import { writeThumbnail } from '../video/thumbnail.ts';
import { buildOverlay } from './build-overlay.ts';
import { tellingFrame } from './telling-moment.ts';

export interface MediaOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told the share that is done, 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}

/**
 * Writes the annotated video and its thumbnail: both, each when it is complete, or none.
 *
 * @throws StrideError `video_truncated`, `decoder_failed` or `aborted`.
 */
export async function writeMedia(
  analysis: Pick<Analysis, 'video' | 'tracks' | 'gait' | 'metrics'>,
  output: NonNullable<AnalysisRequest['output']>,
  { signal, onProgress }: MediaOptions = {},
): Promise<void> {
  const overlayScript = buildOverlay(analysis, outputSize(analysis.video));
  await renderAnnotatedVideo({
    probe: analysis.video,
    overlayScript,
    outPath: output.videoPath,
    signal,
    onProgress,
  });
  try {
    await writeThumbnail({
      videoPath: output.videoPath,
      frame: tellingFrame(analysis),
      outPath: output.thumbnailPath,
      signal,
    });
  } catch (error) {
    await rm(output.videoPath, { force: true });
    throw error;
  }
}
