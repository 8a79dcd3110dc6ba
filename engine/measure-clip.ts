import type { Analysis, AnalysisRequest } from './analysis.ts';
import { decideCamera } from './gait/camera.ts';
import { findGait } from './gait/find-gait.ts';
import { findStances } from './gait/stances.ts';
import { measureSideView } from './metrics/measure-side-view.ts';
import type { ClipPoses } from './pose/estimate-poses.ts';
import { scoreSideView } from './score/score-side-view.ts';
import { buildTracks } from './tracks/build-tracks.ts';

/** From the keypoints to the numbers and the score. */
export function measureClip({ video, pose }: ClipPoses, request: AnalysisRequest): Analysis {
  const { heightM, treadmill, paceSPerKm, language } = request;
  const { network } = pose;
  const tracks = buildTracks(pose);
  const stances = findStances(tracks);
  const camera = decideCamera(stances, { treadmill });
  const gait = findGait(tracks, stances, { camera, heightM, network });
  const metrics = measureSideView({ tracks, gait, camera, heightM, treadmill, paceSPerKm, network });
  const score = scoreSideView(metrics, { language, heightM });
  return { video, pose, tracks, camera, gait, metrics, score };
}
