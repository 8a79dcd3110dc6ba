import { meanAndSpread } from '../signal/mean-and-spread.ts';
import { median } from '../signal/robust-statistics.ts';
import type { Stances } from './stances.ts';

/** How far a phone that somebody holds or leans is out of level, radians (own assumption: 1.5 degrees). */
const usualRollRad = 0.026;

/**
 * Velocity at which the ground under a standing foot climbs in the picture, pixels per second up: on a belt and with a camera that follows, one that is out of
 * level sees the standing toe rise or sink as it goes back. In three degrees of roll and at 5 m/s that is 3 cm in the time from mid-stance to toe-off, more than the toe rises
 * by itself. The median over the stances of both feet, drawn towards none by as much as the stances leave it open.
 */
export function groundClimbPxS({ legs, runSpeedPxS }: Stances): number {
  const climbs = [...legs.left.groundVy, ...legs.right.groundVy].filter(Number.isFinite);
  const { sd, n } = meanAndSpread(climbs);
  if (n < 2) return 0;
  const usual = (usualRollRad * runSpeedPxS) ** 2;
  return median(climbs) * (usual / (usual + sd ** 2 / n));
}
