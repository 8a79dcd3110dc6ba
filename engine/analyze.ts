import type { Analysis, AnalysisRequest } from './analysis.ts';
import { decideCamera } from './gait/camera.ts';
import { findGait } from './gait/find-gait.ts';
import { findStances } from './gait/stances.ts';
import { measureSideView } from './metrics/measure-side-view.ts';
import { writeMedia } from './overlay/write-media.ts';
import { decodeSize } from './pose/decode-size.ts';
import { estimatePoses } from './pose/estimate-poses.ts';
import { stageProgress } from './progress.ts';
import { scoreSideView } from './score/score-side-view.ts';
import { buildTracks } from './tracks/build-tracks.ts';
import { decodeFrames } from './video/decode.ts';
import { probeVideo } from './video/probe.ts';

/**
 * Analyses one clip, from the video to the numbers, the score and the pictures.
 *
 * @throws StrideError with a code of the catalogue; nothing is left on disk then.
 */
export async function analyze(request: AnalysisRequest): Promise<Analysis> {
  const { videoPath, heightM, treadmill, paceSPerKm, network, language, output, signal } = request;
  const report = stageProgress(request.onProgress, output !== null);

  report('probe', 0);
  const video = await probeVideo(videoPath, { signal });

  const frames = decodeFrames(video, decodeSize(video, network), { signal });
  const pose = await estimatePoses(frames, video, {
    network,
    signal,
    onOpening: (fraction) => report('model', fraction),
    onFrame: (done) => report('pose', done / video.frameTimesS.length),
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
    await writeMedia(analysis, output, { signal, onProgress: (fraction) => report('render', fraction) });
  }
  return analysis;
}
