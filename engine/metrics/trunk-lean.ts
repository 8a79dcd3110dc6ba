import type { AngleSeries } from './angle-series.ts';
import { meansOver } from './at-times.ts';
import { meanOf } from './estimate.ts';
import { angleOverCycle } from './joint-angles.ts';
import type { Measured } from './measured.ts';
import type { RunningClip } from './running-clip.ts';
import type { JointAngle } from './side-view-metrics.ts';

/**
 * Lean of the trunk from the vertical, degrees, forward positive: mean over whole strides.
 *
 * @param lean In each frame (`trunkLeanSeries`).
 */
export const trunkLeanDeg = (clip: RunningClip, lean: AngleSeries): Measured =>
  meanOf(meansOver(clip.tracks.timesS, lean, clip.bodyStrides), clip.angles.trunkDeg, 2);

/** The same over the gait cycle of one leg, at the events of both. */
export const trunkLeanCycle = (clip: RunningClip, lean: AngleSeries): JointAngle =>
  angleOverCycle(clip, lean, {
    contacts: clip.gait.contacts,
    strides: clip.bodyStrides,
    biasDeg: clip.angles.trunkDeg,
  });
