import type { AnalysisRequest, BackAnalysis } from './analysis.ts';
import { bodyScale } from './gait/back/body-scale.ts';
import { type BackClipGait, readBackGait } from './gait/back/read-back-gait.ts';
import { measureBackView } from './metrics/measure-back-view.ts';
import { observePelvis } from './pelvis/observe-pelvis.ts';
import { pelvicSwing } from './pelvis/pelvic-swing.ts';
import type { PelvisObservation } from './pelvis/pelvis-observation.ts';
import { pelvisWindows } from './pelvis/pelvis-window.ts';
import type { ClipPoses } from './pose/estimate-poses.ts';
import { lookAtFeet } from './rearfoot/look-at-feet.ts';
import type { RearfootObservation } from './rearfoot/rearfoot-observation.ts';

/** What is known of a clip beside its pictures. */
export type BackClipRequest = Pick<AnalysisRequest, 'heightM' | 'treadmill'>;

/** From the keypoints to the gait: after this it is known which frames' pictures are wanted. */
export const readBackClip = ({ pose }: ClipPoses, { treadmill }: BackClipRequest): BackClipGait =>
  readBackGait(pose, { treadmill });

/** What of the pictures is looked at again. */
export interface BackPictures {
  readonly pelvis: readonly PelvisObservation[];
  readonly feet: readonly RearfootObservation[];
}

/** Looks at the pictures again, where the gait says that there is something to see. */
export async function lookAgain(
  { video }: ClipPoses,
  { tracks, roll, gait }: BackClipGait,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<BackPictures> {
  if (!gait.running || tracks.view !== 'back') return { pelvis: [], feet: [] };
  const windows = pelvisWindows(tracks, bodyScale(tracks).trunkPx, roll.rollDeg.value ?? 0);
  const [pelvis, feet] = await Promise.all([
    observePelvis(video, { timesS: tracks.timesS, windows }, options),
    lookAtFeet(video, tracks, gait.steps, options.signal),
  ]);
  return { pelvis, feet };
}

/** From the gait and the pictures to the numbers. */
export function measureBackClip(
  { video, pose }: ClipPoses,
  { network, tracks, level, camera, roll, gait }: BackClipGait,
  pictures: BackPictures,
  { heightM }: BackClipRequest,
): BackAnalysis {
  const { levelUncertaintyDeg } = roll;
  const pelvis = gait.strideS === null ? null : pelvicSwing(pictures.pelvis, gait.strideS);
  const { feet } = pictures;
  const metrics = measureBackView({ tracks: level, gait, heightM, network, pelvis, feet, levelUncertaintyDeg });
  return {
    view: 'back',
    video,
    pose,
    tracks,
    camera,
    timeScale: { factor: 1, source: 'file' },
    roll,
    gait,
    feet,
    metrics,
  };
}
