import { feetSpeedPxS, type Stances } from '../gait/stances.ts';
import type { RunningClip } from '../metrics/running-clip.ts';
import { longestStepShare } from '../metrics/symmetry.ts';
import { type MeanAndSpread, meanAndSpread } from '../signal/mean-and-spread.ts';

/**
 * Speed over the ground by the prints of the feet, pixels per second: how far apart in space and in time the feet stand, from
 * one mid-stance to the next of the other foot. On a belt, and with a camera that follows, the print moves with the ground
 * in between, as fast as the foot that stands on it. The hips are not looked at.
 */
export function footprintSpeedPxS(clip: RunningClip, stances: Stances): MeanAndSpread {
  const groundPxS = clip.camera === 'static' ? 0 : -feetSpeedPxS(stances);
  const { contacts } = clip.gait;
  const speeds = contacts.slice(2).flatMap((last, i) => {
    const [first, middle] = [contacts[i], contacts[i + 1]];
    // Two steps, so that each foot is compared with itself.
    const spanS = last.midStanceS - first.midStanceS;
    if (first.side !== last.side || middle.side === last.side || spanS > 2 * longestStepShare * clip.strideS) return [];
    const { footPx } = stances.legs[last.side].path;
    const wayPx = footPx.valueAt(last.midStanceS) - footPx.valueAt(first.midStanceS);
    return [wayPx / spanS - groundPxS];
  });
  return meanAndSpread(speeds);
}
