import type { AngleSeries } from './angle-series.ts';
import { bodyAngleCycle, bodyAngleDeg } from './body-angle.ts';
import type { Measured } from './measured.ts';
import type { RunningClip } from './running-clip.ts';
import type { JointAngle } from './side-view-metrics.ts';

/**
 * Lean of the trunk from the vertical, degrees, forward positive: mean over whole strides.
 *
 * @param lean In each frame (`trunkLeanSeries`).
 */
export const trunkLeanDeg = (clip: RunningClip, lean: AngleSeries): Measured =>
  bodyAngleDeg(clip, lean, clip.angles.trunkDeg);

/** The same over the gait cycle of one leg, at the events of both. */
export const trunkLeanCycle = (clip: RunningClip, lean: AngleSeries): JointAngle =>
  bodyAngleCycle(clip, lean, clip.angles.trunkDeg);
