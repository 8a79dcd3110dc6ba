import { longestStrideS } from '../gait/running.ts';
import { knownSpanS } from '../signal/known-samples.ts';
import type { Tracks } from '../tracks/tracks.ts';

/** How many strides a rhythm is found in (`antiphase-period.ts`). */
const leastStrides = 1.25;

/** Whether legs are seen for so long that a runner's rhythm, however slow, would have shown. */
export function isLongEnough({ timesS, points }: Tracks): boolean {
  const { left_hip, right_hip, left_ankle, right_ankle } = points;
  const seenS = knownSpanS(timesS, [left_hip.xPx, right_hip.xPx, left_ankle.xPx, right_ankle.xPx]);
  return seenS >= leastStrides * longestStrideS;
}
