import type { AnalysisRequest, BackAnalysis } from './analysis.ts';
import { type BackClipGait, readBackGait } from './gait/back/read-back-gait.ts';
import { measureBackView } from './metrics/measure-back-view.ts';
import type { ClipPoses } from './pose/estimate-poses.ts';

/** What is known of a clip beside its pictures. */
export type BackClipRequest = Pick<AnalysisRequest, 'heightM' | 'treadmill'>;

/** From the keypoints to the gait: after this it is known which frames' pictures are wanted. */
export const readBackClip = ({ pose }: ClipPoses, { treadmill }: BackClipRequest): BackClipGait =>
  readBackGait(pose, { treadmill });

/** From the gait to the numbers. */
export function measureBackClip(
  { video, pose }: ClipPoses,
  { network, tracks, level, camera, roll, gait }: BackClipGait,
  { heightM }: BackClipRequest,
): BackAnalysis {
  const { levelUncertaintyDeg } = roll;
  const metrics = measureBackView({ tracks: level, gait, heightM, network, levelUncertaintyDeg });
  return {
    view: 'back',
    video,
    pose,
    tracks,
    camera,
    timeScale: { factor: 1, source: 'file' },
    roll,
    gait,
    metrics,
  };
}
