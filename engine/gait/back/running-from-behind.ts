import { median } from '../../signal/robust-statistics.ts';
import type { Contact } from '../contact.ts';
import type { StrideFit } from '../phase-fit.ts';
import type { StanceOrder } from './stance-order.ts';

/** Strides of runners, from a sprint to the slowest jog, and the least that their rhythm explains. */
const shortestStrideS = 0.42;
const longestStrideS = 1.05;
const leastExplained = 0.6;
/** Slow joggers hardly leave the ground, and events from behind are four hundredths of a stride uncertain; walkers stand for 0.6 and more. */
const largestDutyFactor = 0.6;
/**
 * A runner's trunk is thrown up and falls: its bounce has the acceleration of gravity or somewhat more (0.8 to 1.5 of it in rendered
 * clips), a walker's that stays on the ground a third of it.
 */
const leastBounceShare = 0.55;

/** Whether a clip from behind shows running. @param contacts Every contact found, before any is refused. */
export function isRunningFromBehind(
  { strideS, explained }: StrideFit,
  { bounceShare }: StanceOrder,
  contacts: readonly Contact[],
): boolean {
  if (explained < leastExplained || strideS < shortestStrideS || strideS > longestStrideS) return false;
  const dutyFactor = median(contacts.map(({ touchdownS, toeOffS }) => (toeOffS - touchdownS) / strideS));
  return dutyFactor < largestDutyFactor && bounceShare > leastBounceShare;
}
