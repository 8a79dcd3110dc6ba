import type { Analysis, AnalysisRequest, BackAnalysis, SideAnalysis } from './analysis.ts';
import { type ClipPoses, estimatePoses } from './pose/estimate-poses.ts';
import { stageProgress } from './progress.ts';
import { withinDeadline } from './within-deadline.ts';

/** The analysis that a request for a view gives. */
export type AnalysisOf<Request extends AnalysisRequest> =
  Request extends AnalysisRequest<'side'>
    ? SideAnalysis
    : Request extends AnalysisRequest<'back'>
      ? BackAnalysis
      : Analysis;

/**
 * Analyses one clip, from the video to the numbers, the score and the pictures.
 *
 * @throws StrideError with a code of the catalogue; nothing is left on disk then.
 */
export function analyze<Request extends AnalysisRequest>(request: Request): Promise<AnalysisOf<Request>> {
  return withinDeadline(request, (signal) => analyzeUntil(request, signal)) as Promise<AnalysisOf<Request>>;
}

async function analyzeUntil(request: AnalysisRequest, signal: AbortSignal | undefined): Promise<Analysis> {
  const { videoPath, view, network, runtime, threads, output } = request;
  const report = stageProgress(request.onProgress, output !== null);

  report('probe', 0);
  // What measures is loaded while the clip is read, not before.
  const measuring: { side?: Promise<MeasureSide>; back?: Promise<MeasureBack> } = {};
  const clip = await estimatePoses(videoPath, {
    network,
    runtime,
    threads,
    signal,
    onStarted: () => {
      if (view === 'side') measuring.side = import('./measure-clip.ts');
      else measuring.back = import('./measure-back-clip.ts');
    },
    onOpening: (fraction) => report('model', fraction),
    onFrame: (done, expected) => report('pose', done / expected, { done, expected }),
  });
  const analysis = await (view === 'side'
    ? measureSide(clip, request, signal, measuring.side)
    : measureBack(clip, request, signal, measuring.back));
  report('metrics', 1);

  if (output !== null) {
    const { writeMedia } = await import('./overlay/write-media.ts');
    await writeMedia(analysis, output, {
      signal,
      onProgress: (fraction, frames) => report('render', fraction, frames),
    });
  }
  return analysis;
}

type MeasureSide = typeof import('./measure-clip.ts');
type MeasureBack = typeof import('./measure-back-clip.ts');

/** The side view: where the belt's speed is not told, the gait tells which pictures show it, and they are looked at again. */
async function measureSide(
  clip: ClipPoses,
  request: AnalysisRequest,
  signal: AbortSignal | undefined,
  measuring?: Promise<MeasureSide>,
): Promise<SideAnalysis> {
  const { lookAndMeasureClip } = await (measuring ?? import('./measure-clip.ts'));
  return lookAndMeasureClip(clip, request, { signal });
}

/** The back view: the gait tells which pictures are wanted at full resolution, and they are looked at again. */
async function measureBack(
  clip: ClipPoses,
  request: AnalysisRequest,
  signal: AbortSignal | undefined,
  measuring?: Promise<MeasureBack>,
): Promise<BackAnalysis> {
  const { readBackClip, lookAgain, measureBackClip } = await (measuring ?? import('./measure-back-clip.ts'));
  const read = readBackClip(clip, request);
  return measureBackClip(clip, read, await lookAgain(clip, read, { signal }), request);
}
