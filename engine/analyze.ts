import type { AnalysisRequest, SideAnalysis } from './analysis.ts';
import { StrideError } from './errors/stride-error.ts';
import { estimatePoses } from './pose/estimate-poses.ts';
import { stageProgress } from './progress.ts';

/**
 * Analyses one clip, from the video to the numbers, the score and the pictures.
 *
 * @throws StrideError with a code of the catalogue; nothing is left on disk then.
 */
export async function analyze(request: AnalysisRequest<'side'>): Promise<SideAnalysis> {
  const { deadlineMs } = request;
  if (deadlineMs === undefined) return analyzeUntil(request, request.signal);
  const deadline = AbortSignal.timeout(deadlineMs);
  const signal = request.signal === undefined ? deadline : AbortSignal.any([request.signal, deadline]);
  try {
    return await analyzeUntil(request, signal);
  } catch (error) {
    throw signal.aborted && signal.reason === deadline.reason
      ? new StrideError('deadline_exceeded', `${deadlineMs / 1000} s`, { cause: error })
      : error;
  }
}

async function analyzeUntil(request: AnalysisRequest<'side'>, signal: AbortSignal | undefined): Promise<SideAnalysis> {
  const { videoPath, network, runtime, threads, output } = request;
  const report = stageProgress(request.onProgress, output !== null);

  report('probe', 0);
  // What measures is loaded while the clip is read, not before.
  let measuring: Promise<typeof import('./measure-clip.ts')> | undefined;
  const clip = await estimatePoses(videoPath, {
    network,
    runtime,
    threads,
    signal,
    onStarted: () => {
      measuring = import('./measure-clip.ts');
    },
    onOpening: (fraction) => report('model', fraction),
    onFrame: (done, expected) => report('pose', done / expected),
  });
  const { measureClip } = await (measuring ?? import('./measure-clip.ts'));
  const analysis = measureClip(clip, request);
  report('metrics', 1);

  if (output !== null) {
    const { writeMedia } = await import('./overlay/write-media.ts');
    await writeMedia(analysis, output, { signal, onProgress: (fraction) => report('render', fraction) });
  }
  return analysis;
}
