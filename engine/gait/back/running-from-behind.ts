import { median } from '../../signal/robust-statistics.ts';
import type { Contact } from '../contact.ts';
import type { StrideFit } from '../phase-fit.ts';
import type { StanceOrder } from './stance-order.ts';

/** Strides of runners, from a sprint to the slowest jog, and the least that their rhythm explains. */
const shortestStrideS = 0.42;
const longestStrideS = 1.05;
const leastExplained = 0.6;
/** Slow joggers hardly leave the ground, and events from behind are four hundredths of a stride uncertain; walkers stand for 0.6 and more. */
const largestDutyFactor = 0.58;
/** When a runner's trunk is lowest, the other foot is in the air; a walker's stands on the ground then. */
const leastAnkleLift = 0.03;

/** Whether a clip from behind shows running. @param contacts Every contact found, before any is refused. */
export function isRunningFromBehind(
  { strideS, explained }: StrideFit,
  { ankleLift }: StanceOrder,
  contacts: readonly Contact[],
): boolean {
  if (explained < leastExplained || strideS < shortestStrideS || strideS > longestStrideS) return false;
  const dutyFactor = median(contacts.map(({ touchdownS, toeOffS }) => (toeOffS - touchdownS) / strideS));
  return dutyFactor < largestDutyFactor && ankleLift > leastAnkleLift;
}
