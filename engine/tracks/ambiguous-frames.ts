import { distancesPx } from './limb-length.ts';
import type { RawPoints } from './raw-points.ts';

/** Ankles closer than this share of the leg, with knees closer too, could carry either label. */
const closeShare = 0.08;

/** Share of the frames, 0 to 1, in which the legs cover each other so that their sides are uncertain. @param leg Its length, pixels. */
export function ambiguousShare(points: RawPoints, leg: number): number {
  const near = closeShare * leg;
  const ankles = distancesPx(points.left_ankle, points.right_ankle);
  const knees = distancesPx(points.left_knee, points.right_knee);
  let close = 0;
  for (let i = 0; i < ankles.length; i++) if (ankles[i] < near && knees[i] < near) close++;
  return ankles.length === 0 ? 0 : close / ankles.length;
}
