import type { PoseSequence } from '../../engine/pose/pose-sequence.ts';
import type { VideoProbe } from '../../engine/video/video.ts';
import { sampleAnalysis } from './sample-analysis.ts';

/** What a probe says of a clip of these frames. */
export function probeOf(pose: PoseSequence, captureFps: number | null = null): VideoProbe {
  const { timesS, frameCount, widthPx, heightPx } = pose;
  const fps = (frameCount - 1) / (timesS[frameCount - 1] - timesS[0]);
  const durationS = frameCount / fps;
  return { ...sampleAnalysis().video, widthPx, heightPx, durationS, frameTimesS: timesS, fps, captureFps };
}

/** The same frames played slower. */
export const inSlowMotion = (pose: PoseSequence, factor: number): PoseSequence => ({
  ...pose,
  timesS: pose.timesS.map((timeS) => timeS * factor),
});
