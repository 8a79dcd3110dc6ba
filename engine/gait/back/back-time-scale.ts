import type { PoseSequence } from '../../pose/pose-sequence.ts';
import type { VideoProbe } from '../../video/video.ts';
import { findCutFrame } from '../clip-cut.ts';
import { notedFactor, slowedBy, type TimeScale } from '../time-scale.ts';
import { readUncut, type UncutReading } from '../uncut-part.ts';
import type { BackGait } from './back-gait.ts';
import { type BackClipContext, type BackClipGait, readBackGait } from './read-back-gait.ts';

/** A gait seen from behind in the runner's own time, and how fast the file plays it. */
export interface TimedBackGait extends BackClipGait {
  readonly timeScale: TimeScale;
}

/**
 * Finds the runner's own time and the gait in it. A clip that shows no runner at the file's speed, but one at the rate of capture that
 * its camera has noted, is in slow motion. Without such a note nothing is guessed: from behind a walker who is played faster looks much like a runner.
 */
export function readTimedBackGait(
  pose: PoseSequence,
  rates: Pick<VideoProbe, 'captureFps' | 'fps'>,
  context: BackClipContext,
): TimedBackGait {
  const asFiled = readBackGait(pose, context);
  const factor = notedFactor(rates);
  if (asFiled.tracks.view === 'back' && !asFiled.gait.running && factor > 1) {
    const clip = readBackGait(slowedBy(pose, factor), context);
    if (clip.gait.running) return { ...clip, timeScale: { factor, source: 'container' } };
  }
  return { ...asFiled, timeScale: { factor: 1, source: 'file' } };
}

/** A clip's gait from behind, of its longest part without a cut. */
export interface UncutBackGait extends TimedBackGait, Pick<UncutReading<TimedBackGait>, 'cutsS'> {}

/** Reads the gait in a clip from behind; of one that was cut, in the longest part that is left when its parts are told from each other. */
export function readUncutBackGait(
  pose: PoseSequence,
  rates: Pick<VideoProbe, 'captureFps' | 'fps'>,
  context: BackClipContext,
): UncutBackGait {
  const { longest, cutsS } = readUncut<TimedBackGait>(pose, {
    read: (part) => readTimedBackGait(part, rates, context),
    cutFrame: (part, { tracks, gait: { strideS, running } }) =>
      strideS === null || !running || tracks.view !== 'back' ? null : findCutFrame(part, tracks, strideS),
    isRunning: ({ gait }) => gait.running,
  });
  return { ...longest, gait: withinPart(longest, cutsS), cutsS };
}

/** The gait without steps that reach out of the part that is measured: a mark that is found beyond the last frame lies where another part begins. */
function withinPart({ gait, timeScale: { factor } }: TimedBackGait, cutsS: readonly number[]): BackGait {
  if (cutsS.length === 0) return gait;
  const bounds = [Number.NEGATIVE_INFINITY, ...cutsS.map((cutS) => cutS / factor), Number.POSITIVE_INFINITY];
  const parts = bounds
    .slice(1)
    .map((endS, i) => gait.steps.filter((step) => step.touchdownS >= bounds[i] && step.toeOffS <= endS));
  return { ...gait, steps: parts.reduce((most, steps) => (steps.length > most.length ? steps : most)) };
}

/** A gait in the file's time, for whatever is shown beside the frames. */
export function backGaitInFileTime(gait: BackGait, { factor }: TimeScale): BackGait {
  if (factor === 1) return gait;
  const times = (value: number | null): number | null => (value === null ? null : value * factor);
  return {
    ...gait,
    steps: gait.steps.map((step) => ({
      ...step,
      touchdownS: step.touchdownS * factor,
      midStanceS: step.midStanceS * factor,
      toeOffS: step.toeOffS * factor,
    })),
    strideS: times(gait.strideS),
    strideSeS: times(gait.strideSeS),
    eventUncertaintyS: gait.eventUncertaintyS * factor,
  };
}
