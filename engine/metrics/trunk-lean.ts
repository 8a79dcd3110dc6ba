import { meansOver } from './at-times.ts';
import { meanOf } from './estimate.ts';
import { trunkLeanSeries } from './joint-definitions.ts';
import type { Measured } from './measured.ts';
import type { RunningClip } from './running-clip.ts';

/** Lean of the trunk from the vertical, degrees, forward positive: mean over whole strides. */
export const trunkLeanDeg = (clip: RunningClip): Measured =>
  meanOf(meansOver(clip.tracks.timesS, trunkLeanSeries(clip.tracks), clip.bodyStrides), clip.angles.trunkDeg, 2);
