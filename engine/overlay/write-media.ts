import type { AnalysisRequest, BackAnalysis, FrameCount, SideAnalysis } from '../analysis.ts';
import type { Drawing } from '../drawing/drawing.ts';
import { frameStep } from '../video/frame-step.ts';
import { outputSize } from '../video/output-size.ts';
import { renderAnnotatedVideo } from '../video/render.ts';
import type { SizePx } from '../video/video.ts';
import { buildBackOverlay, type ShownBack } from './back/build-back-overlay.ts';
import { buildOverlay, type ShownSide } from './build-overlay.ts';
import { hideFace } from './face/hide-face.ts';
import { slowFrameStep, slowMotionOf } from './slow-motion.ts';
import { tellingFrames } from './telling-frames.ts';
import { overlayWordsByLanguage } from './words/by-language.ts';

export interface MediaOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told the share that is done, 0 to 1, and the frames that it is of. */
  readonly onProgress?: (fraction: number, frames?: FrameCount) => void;
}

/**
 * Writes the annotated video and its thumbnail: both, each when it is complete, or none.
 *
 * @throws StrideError `video_truncated`, `decoder_failed` or `aborted`.
 */
export async function writeMedia(
  analysis: ShownAnalysis,
  {
    videoPath,
    thumbnailPath,
    size = '1080p',
    blurFace = false,
    slowMotion = false,
  }: NonNullable<AnalysisRequest['output']>,
  { signal, onProgress }: MediaOptions = {},
): Promise<void> {
  const { video } = analysis;
  const step = frameStep(video.fps);
  const picture = outputSize(video, size);
  const drawn = drawingOf(analysis, picture, slowMotion ? [step, slowFrameStep(step)] : [step]);
  await renderAnnotatedVideo({
    probe: video,
    drawing: blurFace ? hideFace(drawn, analysis) : drawn,
    frameStep: step,
    outPath: videoPath,
    thumbnail: {
      frames: tellingFrames(analysis, picture, step),
      outPath: thumbnailPath,
    },
    slowMotion: slowMotion ? slowMotionOf(drawn, step, overlayWordsByLanguage[analysis.score.language]) : null,
    signal,
    onProgress,
  });
}

type ShownAnalysis = (ShownSide & Pick<SideAnalysis, 'view'>) | (ShownBack & Pick<BackAnalysis, 'view'>);

const drawingOf = (analysis: ShownAnalysis, picture: SizePx, steps: readonly number[]): Drawing =>
  analysis.view === 'side' ? buildOverlay(analysis, picture, steps) : buildBackOverlay(analysis, picture, steps);
