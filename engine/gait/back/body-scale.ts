import { robustLine } from '../../signal/robust-line.ts';
import { median } from '../../signal/robust-statistics.ts';
import type { Tracks } from '../../tracks/tracks.ts';

/** How large the runner is in the picture on the way through the clip. */
export interface BodyScale {
  /** Mid-hip to mid-shoulder in each frame, pixels, as a runner at constant speed along the line of sight would show it. */
  readonly trunkPx: Float64Array;
  /** Last size over the first: 1 on a treadmill, less where the runner runs away. */
  readonly growth: number;
}

/** Who changes less than this between the clip's ends stays where he is, as far as networks draw a trunk evenly. */
const leastChange = 0.08;

/**
 * Size of the runner in each frame. Distance is what a constant speed changes evenly, and size is its inverse; so the line is fitted to
 * the inverse.
 */
export function bodyScale({ timesS, points, frameCount }: Tracks): BodyScale {
  const { left_hip, right_hip, left_shoulder, right_shoulder } = points;
  const inverse = new Float64Array(frameCount);
  for (let i = 0; i < frameCount; i++) {
    const x = left_shoulder.xPx[i] + right_shoulder.xPx[i] - left_hip.xPx[i] - right_hip.xPx[i];
    const y = left_shoulder.yPx[i] + right_shoulder.yPx[i] - left_hip.yPx[i] - right_hip.yPx[i];
    inverse[i] = 2 / Math.hypot(x, y);
  }
  const line = robustLine(timesS, inverse);
  const usual = median(inverse);
  const still = { trunkPx: new Float64Array(frameCount).fill(1 / usual), growth: 1 };
  if (line === null) return still;
  const at = (timeS: number): number => line.level + line.slope * (timeS - line.centre);
  const [first, last] = [at(timesS[0]), at(timesS[frameCount - 1])];
  if (!(first > 0) || !(last > 0) || Math.abs(first / last - 1) < leastChange) return still;
  return { trunkPx: timesS.map((timeS) => 1 / at(timeS)), growth: first / last };
}
