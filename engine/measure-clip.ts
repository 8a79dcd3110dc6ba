import type { AnalysisRequest, SideAnalysis } from './analysis.ts';
import type { ShoeSpeed } from './belt/shoe-speed.ts';
import { StrideError } from './errors/stride-error.ts';
import type { NetworkCalibration } from './gait/network-calibration.ts';
import { inFileTime, readTimedGait, type TimeScale } from './gait/time-scale.ts';
import type { AngleCalibration } from './metrics/angle-calibration.ts';
import { measureSideView } from './metrics/measure-side-view.ts';
import type { SideViewMetrics } from './metrics/side-view-metrics.ts';
import { withheldTimes } from './metrics/withheld-times.ts';
import type { ClipPoses } from './pose/estimate-poses.ts';
import { crossChecks } from './quality/cross-checks.ts';
import { scoreSideView } from './score/score-side-view.ts';

/** What is known of a clip beside its pictures. */
export type ClipRequest = Pick<AnalysisRequest, 'heightM' | 'treadmill' | 'paceSPerKm' | 'language'>;

/** Where keypoints lie on the body, when their network does not say it. */
export interface KeypointHabits {
  readonly calibration: NetworkCalibration;
  readonly angles: AngleCalibration;
}

/**
 * Looks at the pictures again for the speed of a belt whose pace is not told: a standing shoe goes with it.
 *
 * @returns Null where nothing is to be seen by it.
 */
export async function lookAtBelt(
  { video, pose }: ClipPoses,
  { heightM, treadmill, paceSPerKm }: Pick<ClipRequest, 'heightM' | 'treadmill' | 'paceSPerKm'>,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<readonly ShoeSpeed[] | null> {
  if (!treadmill || paceSPerKm !== null || video.path === '') return null;
  const { clip, timeScale } = readTimedGait(pose, video, { heightM, treadmill });
  if (!clip.gait.running || clip.tracks.view !== 'side' || timeScale.source === 'gait') return null;
  const { lookAtShoes } = await import('./belt/look-at-shoes.ts');
  try {
    return await lookAtShoes(video, clip, timeScale.factor, options.signal);
  } catch (error) {
    // What has been read once tells the speed by the ankles.
    if (error instanceof StrideError && unreadable.has(error.code)) return null;
    throw error;
  }
}

/** Codes of a clip whose pictures cannot be had a second time. */
const unreadable: ReadonlySet<string> = new Set(['decoder_failed', 'invalid_video']);

/** What was read from a clip's pictures. */
export interface SideReading extends ClipPoses {
  /** What {@link lookAtBelt} saw; null or left out where it did not look. */
  readonly shoes?: readonly ShoeSpeed[] | null;
}

/**
 * From the keypoints to the numbers and the score.
 *
 * @param habits Those of the keypoints' network by default.
 */
export function measureClip(
  { video, pose, shoes = null }: SideReading,
  request: ClipRequest,
  habits: KeypointHabits | Record<string, never> = {},
): SideAnalysis {
  const { heightM, treadmill, paceSPerKm, language } = request;
  const { clip, timeScale } = readTimedGait(pose, video, { heightM, treadmill, calibration: habits.calibration });
  const { network, level, stances, camera, ground, gait } = clip;
  const { levelUncertaintyDeg } = ground;
  const input = {
    tracks: level,
    gait,
    camera,
    heightM,
    treadmill,
    paceSPerKm,
    network,
    levelUncertaintyDeg,
    shoes: shoes?.map((shoe) => inRunnersTime(shoe, timeScale)) ?? null,
    ...habits,
  };
  const { metrics: measured, frameAngles } = measureSideView(input);
  const timed = inFile(measured, timeScale);
  const metrics = timeScale.source === 'gait' ? withheldTimes(timed) : timed;
  return {
    view: 'side',
    video,
    pose,
    tracks: { ...clip.tracks, timesS: pose.timesS },
    camera,
    ground,
    timeScale,
    gait: inFileTime(gait, timeScale),
    shoes,
    metrics,
    frameAngles,
    crossChecks: crossChecks(input, stances, metrics),
    score: scoreSideView(metrics, { language, heightM }),
  };
}

/** The landings' times in the file; durations stay the runner's. */
const inFile = (metrics: SideViewMetrics, { factor }: TimeScale): SideViewMetrics => ({
  ...metrics,
  footLandings: metrics.footLandings.map((landing) => ({ ...landing, timeS: landing.timeS * factor })),
});

const inRunnersTime = (shoe: ShoeSpeed, { factor }: TimeScale): ShoeSpeed => ({
  ...shoe,
  timeS: shoe.timeS / factor,
  backwardPxS: shoe.backwardPxS * factor,
  downwardPxS: shoe.downwardPxS * factor,
});
