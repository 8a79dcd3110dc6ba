import type { AnalysisRequest, BackAnalysis } from './analysis.ts';
import type { BackPictures } from './back-pictures.ts';
import type { BackCalibration } from './gait/back/back-calibration.ts';
import {
  backGaitInFileTime,
  readUncutBackGait,
  type TimedBackGait,
  type UncutBackGait,
} from './gait/back/back-time-scale.ts';
import { bodyScale } from './gait/back/body-scale.ts';
import type { BackClipContext } from './gait/back/read-back-gait.ts';
import { LevelLook } from './level-lines/level-look.ts';
import type { FrontalCalibration } from './metrics/frontal-calibration.ts';
import { measureBackView } from './metrics/measure-back-view.ts';
import { observePelvis } from './pelvis/observe-pelvis.ts';
import { pelvicSwing } from './pelvis/pelvic-swing.ts';
import { pelvisWindows } from './pelvis/pelvis-window.ts';
import type { ClipPoses } from './pose/estimate-poses.ts';
import { lookAtFeet } from './rearfoot/look-at-feet.ts';
import { scoreBackView } from './score/back/score-back-view.ts';

/** What is known of a clip beside its pictures. */
export type BackClipRequest = Pick<AnalysisRequest, 'heightM' | 'treadmill' | 'language' | 'fullBody'>;

/** How keypoints lie, instead of the network's own habits: for those from another source. */
export interface BackHabits {
  readonly calibration: BackCalibration;
  readonly frontal: FrontalCalibration;
}

/** From the keypoints to the gait: after this it is known which frames' pictures are wanted. */
export const readBackClip = (
  { video, pose }: ClipPoses,
  { treadmill, lineDeg }: Pick<BackClipRequest, 'treadmill'> & Pick<BackClipContext, 'lineDeg'>,
  habits?: BackHabits,
): UncutBackGait => readUncutBackGait(pose, video, { treadmill, lineDeg, calibration: habits?.calibration });

/** Looks at the pictures again, where the gait says that there is something to see; times are the runner's. */
export async function lookAgain(
  { video }: ClipPoses,
  { network, tracks, roll, gait, timeScale: { factor } }: TimedBackGait,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<BackPictures> {
  if (!gait.running || tracks.view !== 'back') return { pelvis: [], feet: [] };
  const windows = pelvisWindows(tracks, bodyScale(tracks).trunkPx, roll.rollDeg.value ?? 0);
  const fileTimesS = tracks.timesS.map((timeS) => timeS * factor);
  const level = new LevelLook(tracks);
  const onPicture = level.look.bind(level);
  const [pelvis, feet] = await Promise.all([
    observePelvis(video, { timesS: fileTimesS, windows, network }, { ...options, onPicture }),
    lookAtFeet(video, { tracks, fileTimesS }, gait.steps, options.signal),
  ]);
  return {
    pelvis: pelvis.map((seen) => ({ ...seen, timeS: tracks.timesS[seen.frame] })),
    feet,
    levelLineDeg: level.lineDeg(),
  };
}

/** From the gait and the pictures to the numbers. */
export function measureBackClip(
  { video, pose }: ClipPoses,
  read: UncutBackGait,
  pictures: BackPictures,
  request: BackClipRequest,
  habits?: BackHabits,
): BackAnalysis {
  const { heightM, language, fullBody = true } = request;
  const { levelLineDeg = null } = pictures;
  const { network, tracks, level, camera, roll, gait, timeScale, cutsS } =
    levelLineDeg === null ? read : readBackClip({ video, pose }, { ...request, lineDeg: levelLineDeg }, habits);
  const { levelUncertaintyDeg } = roll;
  const pelvis = gait.strideS === null ? null : pelvicSwing(pictures.pelvis, gait.strideS);
  const { feet } = pictures;
  const { metrics, frameAngles } = measureBackView({
    tracks: level,
    gait,
    heightM,
    network,
    pelvis,
    feet,
    frontal: habits?.frontal,
    levelUncertaintyDeg,
    levelSeen: roll.by === 'lines',
  });
  return {
    view: 'back',
    video,
    pose,
    tracks: { ...tracks, timesS: pose.timesS },
    camera,
    timeScale,
    cutsS,
    roll,
    gait: backGaitInFileTime(gait, timeScale),
    pictures,
    feet: feet.map((foot) => ({ ...foot, timeS: foot.timeS * timeScale.factor })),
    metrics,
    frameAngles,
    score: scoreBackView(metrics, { language, fullBody }),
  };
}
