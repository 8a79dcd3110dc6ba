import { middle } from '../signal/elementwise.ts';
import { median } from '../signal/robust-statistics.ts';
import type { Tracks } from '../tracks/tracks.ts';

/** Where the pelvis is looked for in one picture. */
export interface PelvisWindow {
  /** Middle of the hips, pixels of the clip. */
  readonly xPx: number;
  readonly yPx: number;
  /** Mid-hip to mid-shoulder, pixels: the unit of everything in the window. */
  readonly trunkPx: number;
  /** Turn of the level in the picture, degrees, clockwise as seen. */
  readonly rollDeg: number;
}

/** The window of each frame of the tracks; NaN where the hips are not known. */
export function pelvisWindows({ points, frameCount }: Tracks, trunkPx: Float64Array, rollDeg: number): PelvisWindow[] {
  const { left_hip: left, right_hip: right } = points;
  const x = middle(left.xPx, right.xPx);
  const y = middle(left.yPx, right.yPx);
  return Array.from({ length: frameCount }, (_, i) => ({ xPx: x[i], yPx: y[i], trunkPx: trunkPx[i], rollDeg }));
}

/** Size of the trunk over a whole clip, pixels. */
export const usualTrunkPx = (trunkPx: Float64Array): number => median(trunkPx);
