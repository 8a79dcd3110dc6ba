import { otherSide, type Side } from '../pose/keypoint-names.ts';
import { median, orderStatistic } from '../signal/robust-statistics.ts';
import { exchangeSides } from './exchange-sides.ts';
import { segmentLengthPx } from './limb-length.ts';
import { type PairedPart, paired, type RawPoints } from './raw-points.ts';

const legParts: readonly PairedPart[] = ['knee', 'ankle', 'heel', 'toe'];

/** The leg on the camera's side: a runner who faces image-right shows the right side. */
export const nearSide = (facing: 1 | -1): Side => (facing === 1 ? 'right' : 'left');

/** Mean over the leg's parts that have a score of its median, 0 to 1. */
function legScore(points: RawPoints, side: Side): number {
  const scores = legParts.map((part) => points[paired(side, part)]).filter((point) => point.score.some((s) => s > 0));
  return scores.length === 0 ? 0 : scores.reduce((sum, point) => sum + median(point.score), 0) / scores.length;
}

/** Level that the ankle reaches in stance, pixels down: a tenth of the frames have it lower. */
function groundPx(points: RawPoints, side: Side): number {
  return orderStatistic(points[paired(side, 'ankle')].yPx, 0.9);
}

/**
 * Exchanges the legs for the whole clip, in place, when both signs of nearness speak against the labels: the leg
 * called near is seen with clearly less confidence, and stands clearly higher in the picture (a level camera above the
 * ground sees the nearer foot lower).
 *
 * @param leg Its length, pixels.
 * @returns Whether the legs were exchanged.
 */
export function vetoFarLeg(points: RawPoints, facing: 1 | -1, leg: number): boolean {
  const near = nearSide(facing);
  const far = otherSide(near);
  const isHigher = groundPx(points, near) < groundPx(points, far) - 0.01 * leg;
  if (!isHigher) return false;
  const isLessSeen = legScore(points, near) < legScore(points, far) - 0.1;
  if (!isLessSeen || !(segmentLengthPx(points, 'hip', 'knee') > 0)) return false;
  const frames = points.left_hip.xPx.length;
  exchangeSides(points, ['hip', ...legParts], new Uint8Array(frames).fill(1));
  return true;
}
