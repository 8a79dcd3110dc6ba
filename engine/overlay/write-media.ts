import type { AnalysisRequest, SideAnalysis } from '../analysis.ts';
import { frameStep } from '../video/frame-step.ts';
import { outputSize } from '../video/output-size.ts';
import { renderAnnotatedVideo } from '../video/render.ts';
import { buildOverlay } from './build-overlay.ts';
import { nearestFrame } from './contact-moments.ts';
import { tellingMomentS } from './telling-moment.ts';

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
  analysis: Pick<SideAnalysis, 'video' | 'tracks' | 'gait' | 'metrics'>,
  { videoPath, thumbnailPath, size = '1080p' }: NonNullable<AnalysisRequest['output']>,
  { signal, onProgress }: MediaOptions = {},
): Promise<void> {
  const { video } = analysis;
  const step = frameStep(video.fps);
  const lastShown = Math.floor((video.frameTimesS.length - 1) / step);
  const telling = nearestFrame(video.frameTimesS, tellingMomentS(analysis));
  await renderAnnotatedVideo({
    probe: video,
    drawing: buildOverlay(analysis, outputSize(video, size), step),
    frameStep: step,
    outPath: videoPath,
    thumbnail: {
      frame: step * Math.min(lastShown, Math.round(telling / step)),
      outPath: thumbnailPath,
    },
    signal,
    onProgress,
  });
}
