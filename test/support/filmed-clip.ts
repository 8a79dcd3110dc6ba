import { keypointNames } from '../../engine/pose/keypoint-names.ts';
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

/** The same without the frames between two times. @param restamped Whether the others then follow each other. */
export function without(pose: PoseSequence, fromS: number, toS: number, restamped: boolean): PoseSequence {
  const width = keypointNames.length;
  const kept = Array.from(pose.timesS.keys()).filter((i) => !(pose.timesS[i] >= fromS && pose.timesS[i] < toS));
  const rows = (values: Float64Array): Float64Array =>
    Float64Array.from(kept.flatMap((i) => [...values.subarray(i * width, (i + 1) * width)]));
  return {
    ...pose,
    frameCount: kept.length,
    timesS: Float64Array.from(kept, (frame, i) => pose.timesS[restamped ? i : frame]),
    xPx: rows(pose.xPx),
    yPx: rows(pose.yPx),
    score: rows(pose.score),
    found: Uint8Array.from(kept, (i) => pose.found[i]),
  };
}
