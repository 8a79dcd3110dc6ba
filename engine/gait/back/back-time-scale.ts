import type { PoseSequence } from '../../pose/pose-sequence.ts';
import type { VideoProbe } from '../../video/video.ts';
import { notedFactor, slowedBy, type TimeScale } from '../time-scale.ts';
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
