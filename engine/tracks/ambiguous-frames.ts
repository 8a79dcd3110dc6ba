import { distancesPx, legLengthPx } from './limb-length.ts';
import type { RawPoints } from './raw-points.ts';

/** Ankles closer than this share of the leg, with knees closer too, could carry either label. */
const closeShare = 0.08;

/** Share of the frames, 0 to 1, in which the legs cover each other so that their sides are uncertain. */
export function ambiguousShare(points: RawPoints): number {
  const near = closeShare * legLengthPx(points);
  const ankles = distancesPx(points.left_ankle, points.right_ankle);
  const knees = distancesPx(points.left_knee, points.right_knee);
  const close = ankles.reduce((sum, d, i) => sum + (d < near && knees[i] < near ? 1 : 0), 0);
  return ankles.length === 0 ? 0 : close / ankles.length;
}
