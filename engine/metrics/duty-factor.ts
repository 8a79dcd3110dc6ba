import { scaled } from './estimate.ts';
import type { Measured } from './measured.ts';
import type { RunningClip } from './running-clip.ts';

/** Contact time over stride time, 0 to 1; below 0.5 the runner flies. */
export const dutyFactor = (clip: RunningClip, contactTimeMs: Measured): Measured =>
  scaled(contactTimeMs, 1 / (1000 * clip.strideS));
