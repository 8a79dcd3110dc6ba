import type { AnalysisRequest, SideAnalysis } from './analysis.ts';
import type { ShoeSpeed } from './belt/shoe-speed.ts';
import { StrideError } from './errors/stride-error.ts';
import type { NetworkCalibration } from './gait/network-calibration.ts';
import { inFileTime, type TimedGait, type TimeScale } from './gait/time-scale.ts';
import { readUncutGait, type UncutGait } from './gait/uncut-part.ts';
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

/** What was read from a clip's pictures. */
export interface SideReading extends ClipPoses {
  /** How fast standing shoes went through the picture; null or left out where it was not looked at for that. */
  readonly shoes?: readonly ShoeSpeed[] | null;
}

/**
 * From the keypoints to the numbers and the score.
 *
 * @param habits Those of the keypoints' network by default.
 */
export const measureClip = (
  reading: SideReading,
  request: ClipRequest,
  habits: KeypointHabits | Record<string, never> = {},
): SideAnalysis =>
  measureGait(reading, readUncutGait(reading.pose, reading.video, { ...request, ...habits }), request, habits);

/**
 * The same, after a look at the pictures for the speed of a belt whose pace is not told, unless that has been done: a standing shoe goes with it.
 *
 * @throws StrideError `aborted`.
 */
export async function lookAndMeasureClip(
  reading: SideReading,
  request: ClipRequest,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<SideAnalysis> {
  const { pose, video } = reading;
  const timed = readUncutGait(pose, video, request);
  const shoes =
    reading.shoes ?? (tellsBelt(reading, timed, request) ? await shoesOrNull(video, timed, options.signal) : null);
  return measureGait({ ...reading, shoes }, timed, request, {});
}

/** Whether the pictures are there and tell a speed that nobody told. */
const tellsBelt = (
  { video }: SideReading,
  { clip, timeScale }: TimedGait,
  { treadmill, paceSPerKm }: ClipRequest,
): boolean =>
  treadmill &&
  paceSPerKm === null &&
  video.path !== '' &&
  clip.gait.running &&
  clip.tracks.view === 'side' &&
  timeScale.source !== 'gait';

/** Codes of a clip whose pictures cannot be had a second time. */
const unreadable: ReadonlySet<string> = new Set(['decoder_failed', 'invalid_video']);

async function shoesOrNull(
  video: ClipPoses['video'],
  { clip, timeScale }: TimedGait,
  signal: AbortSignal | undefined,
): Promise<readonly ShoeSpeed[] | null> {
  const { lookAtShoes } = await import('./belt/look-at-shoes.ts');
  try {
    return await lookAtShoes(video, clip, timeScale.factor, signal);
  } catch (error) {
    // What has been read once tells the speed by the ankles.
    if (error instanceof StrideError && unreadable.has(error.code)) return null;
    throw error;
  }
}

function measureGait(
  { video, pose, shoes = null }: SideReading,
  { clip, timeScale, cutsS }: UncutGait,
  request: ClipRequest,
  habits: KeypointHabits | Record<string, never>,
): SideAnalysis {
  const { heightM, treadmill, paceSPerKm, language } = request;
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
    cutsS,
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
