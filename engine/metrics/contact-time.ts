import type { Side } from '../pose/keypoint-names.ts';
import { meanAndSpread } from '../signal/mean-and-spread.ts';
import { student90 } from '../signal/student-t.ts';
import { halfWidthOf } from './estimate.ts';
import { type Measured, measured, withheld } from './measured.ts';
import type { RunningClip } from './running-clip.ts';

/** Below this many contacts of both feet together the mean is withheld. */
const leastContacts = 3;

/** Ground contact of both feet, milliseconds: the mean of the left foot's mean and the right's. */
export function contactTimeMs(clip: RunningClip): Measured {
  const { contacts } = clip.gait;
  if (contacts.length < leastContacts) return withheld('too_few_steps', contacts.length);
  const lengthsOf = (side: Side): number[] =>
    contacts.filter((c) => c.side === side).map((c) => 1000 * (c.toeOffS - c.touchdownS));
  const feet = [meanAndSpread(lengthsOf('left')), meanAndSpread(lengthsOf('right'))].filter((foot) => foot.n > 0);
  const mean = feet.reduce((sum, foot) => sum + foot.mean, 0) / feet.length;
  const pooledFreedom = Math.max(1, contacts.length - feet.length);
  const pooledSd = Math.sqrt(feet.reduce((sum, foot) => sum + foot.sd ** 2 * (foot.n - 1), 0) / pooledFreedom);
  const standardError = (pooledSd / feet.length) * Math.sqrt(feet.reduce((sum, foot) => sum + 1 / foot.n, 0));
  const bias = halfWidthOf(1000 * Math.SQRT2 * clip.calibration.eventUncertaintyS);
  return measured(mean, Math.hypot(student90(pooledFreedom) * standardError, bias), contacts.length);
}
