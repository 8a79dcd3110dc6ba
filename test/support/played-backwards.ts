import { keypointNames } from '../../engine/pose/keypoint-names.ts';
import type { PoseSequence } from '../../engine/pose/pose-sequence.ts';

/** The same people from the last frame to the first. */
export function playedBackwards(pose: PoseSequence): PoseSequence {
  const { frameCount, timesS, xPx, yPx, score, found } = pose;
  const width = keypointNames.length;
  const reversed = (values: Float64Array): Float64Array =>
    values.map((_, i) => values[(frameCount - 1 - Math.floor(i / width)) * width + (i % width)]);
  const ends = timesS[0] + timesS[frameCount - 1];
  return {
    ...pose,
    timesS: timesS.map((_, i) => ends - timesS[frameCount - 1 - i]),
    xPx: reversed(xPx),
    yPx: reversed(yPx),
    score: reversed(score),
    found: found.map((_, i) => found[frameCount - 1 - i]),
  };
}
