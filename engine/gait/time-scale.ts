import type { PoseSequence } from '../pose/pose-sequence.ts';
import type { VideoProbe } from '../video/video.ts';
import type { Gait } from './contact.ts';
import { fallMps2, fallShares, gravityMps2 } from './free-fall.ts';
import { networkCalibration } from './network-calibration.ts';
import { type ClipContext, type ClipGait, readGait } from './read-gait.ts';
import { metresPerPx } from './scale.ts';

/** How fast a file plays what was filmed. */
export interface TimeScale {
  /** Seconds of the file for one second of the runner: 1 at full speed, 8 for 240 frames per second played as 30. */
  readonly factor: number;
  /**
   * `file`: the file's times are the runner's. `container`: the camera has noted the rate at which it captured.
   * `gait`: only at this factor does the clip show a runner. Which factor of the kind it is (4 or 5) cannot be told.
   */
  readonly source: 'file' | 'container' | 'gait';
}

/** A clip's gait in the runner's own time. */
export interface TimedGait {
  readonly clip: ClipGait;
  readonly timeScale: TimeScale;
}

/** Rates that differ by less are the container's rounding or a broken frame clock. */
const leastFactor = 1.5;

/** How many times slower than it was filmed a file plays by the rate of capture that its camera has noted; 1 without a note. */
export function notedFactor({ captureFps, fps }: Pick<VideoProbe, 'captureFps' | 'fps'>): number {
  const noted = captureFps === null || !(fps > 0) ? 1 : captureFps / fps;
  return noted >= leastFactor ? noted : 1;
}

/** Slow motion that phones make. */
const factors = [2, 4, 8] as const;
/** Steps per minute that runners take; with factors an octave apart, one of them fits at most. */
const leastCadenceSpm = 120;
const mostCadenceSpm = 240;
/** Share of the legs' movement that the rhythm must explain where nothing but the gait tells the factor: 0.96 and more of runners, 0.91 and less of walkers in a crowd. */
const leastExplained = 0.95;

/**
 * Finds the runner's own time and the gait in it. A clip is in slow motion when it does not show a runner at the file's own
 * speed but at another: that of the camera's noted rate of capture, or one of the usual factors. There it must show one who
 * steps as runners do and whose hips fall as bodies do. A note alone proves nothing: in the dark, phones that mean to
 * capture 60 frames per second give 30.
 */
export function readTimedGait(
  pose: PoseSequence,
  rates: Pick<VideoProbe, 'captureFps' | 'fps'>,
  context: ClipContext,
): TimedGait {
  const asFiled = readGait(pose, context);
  const timed = { clip: asFiled, timeScale: { factor: 1, source: 'file' } } as const;
  if (asFiled.tracks.view !== 'side' || isAtFullSpeed(asFiled, context)) return timed;
  const noted = notedFactor(rates);
  const candidates: TimeScale[] = [
    ...(noted > 1 ? [{ factor: noted, source: 'container' } as const] : []),
    // Half a body falls and swings as no runner does, and may do so at any speed.
    ...(asFiled.tracks.report.bodyCutOff ? [] : factors).map((factor) => ({ factor, source: 'gait' }) as const),
  ];
  for (const timeScale of candidates) {
    const clip = readGait(slowedBy(pose, timeScale.factor), context);
    if (isRunner(clip, context) && (timeScale.source === 'container' || isClear(clip))) return { clip, timeScale };
  }
  return timed;
}

/** What was filmed, in its own time, when the file plays it so many times slower. */
export const slowedBy = (pose: PoseSequence, factor: number): PoseSequence => ({
  ...pose,
  timesS: pose.timesS.map((timeS) => timeS / factor),
});

const cadenceSpm = ({ strideS }: Gait): number => (strideS === null ? Number.NaN : 120 / strideS);

function fallShare({ level, gait, network }: ClipGait, { heightM, calibration }: ClipContext): number {
  const scale = metresPerPx(level, heightM, calibration ?? networkCalibration[network]);
  return gait.strideS === null ? Number.NaN : fallMps2(level, gait.strideS, scale) / gravityMps2;
}

/** Runs, and not so slowly that it could be a faster runner at half speed. */
const isAtFullSpeed = (clip: ClipGait, context: ClipContext): boolean =>
  clip.gait.running && (cadenceSpm(clip.gait) >= leastCadenceSpm || !(fallShare(clip, context) < fallShares.low));

function isRunner(clip: ClipGait, context: ClipContext): boolean {
  const cadence = cadenceSpm(clip.gait);
  if (!clip.gait.running || !(cadence >= leastCadenceSpm && cadence <= mostCadenceSpm)) return false;
  const share = fallShare(clip, context);
  return share >= fallShares.low && share <= fallShares.high;
}

/** Whether a rhythm is as clear as a runner's: scraps of a walker have some rhythm at one factor or another. */
const isClear = ({ stances }: ClipGait): boolean => stances !== null && stances.stride.explained >= leastExplained;

/** A gait in the file's time, for whatever is shown beside the frames. */
export function inFileTime(gait: Gait, { factor }: TimeScale): Gait {
  if (factor === 1) return gait;
  const times = (value: number | null): number | null => (value === null ? null : value * factor);
  return {
    ...gait,
    contacts: gait.contacts.map(({ side, touchdownS, midStanceS, toeOffS }) => ({
      side,
      touchdownS: touchdownS * factor,
      midStanceS: midStanceS * factor,
      toeOffS: toeOffS * factor,
    })),
    strideS: times(gait.strideS),
    strideSeS: times(gait.strideSeS),
    runSpeedPxS: gait.runSpeedPxS === null ? null : gait.runSpeedPxS / factor,
  };
}
