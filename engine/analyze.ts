import type { Analysis, AnalysisRequest } from './analysis.ts';
import { StrideError } from './errors/stride-error.ts';
import { decideCamera } from './gait/camera.ts';
import { findGait } from './gait/find-gait.ts';
import { findStances } from './gait/stances.ts';
import { measureSideView } from './metrics/measure-side-view.ts';
import { estimatePoses } from './pose/estimate-poses.ts';
import { stageProgress } from './progress.ts';
import { scoreSideView } from './score/score-side-view.ts';
import { buildTracks } from './tracks/build-tracks.ts';

/**
 * Analyses one clip, from the video to the numbers, the score and the pictures.
 *
 * @throws StrideError with a code of the catalogue; nothing is left on disk then.
 */
export async function analyze(request: AnalysisRequest): Promise<Analysis> {
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

async function analyzeUntil(request: AnalysisRequest, signal: AbortSignal | undefined): Promise<Analysis> {
  const { videoPath, network, runtime, threads, heightM, treadmill, paceSPerKm, language, output } = request;
  const report = stageProgress(request.onProgress, output !== null);

  report('probe', 0);
  const { video, pose } = await estimatePoses(videoPath, {
    network,
    runtime,
    threads,
    signal,
    onOpening: (fraction) => report('model', fraction),
    onFrame: (done, expected) => report('pose', done / expected),
  });
  const tracks = buildTracks(pose);
  const stances = findStances(tracks);
  const camera = decideCamera(stances, { treadmill });
  const gait = findGait(tracks, stances, { camera, heightM, network: pose.network });
  const metrics = measureSideView({ tracks, gait, camera, heightM, treadmill, paceSPerKm, network: pose.network });
  const score = scoreSideView(metrics, { language, heightM });
  report('metrics', 1);

  const analysis: Analysis = { video, pose, tracks, camera, gait, metrics, score };
  if (output !== null) {
    const { writeMedia } = await import('./overlay/write-media.ts');
    await writeMedia(analysis, output, { signal, onProgress: (fraction) => report('render', fraction) });
  }
  return analysis;
}
