import type { Side } from '../pose/keypoint-names.ts';
import type { Joint } from './side-view-metrics.ts';

/** Makes something for every joint of both sides, in the order of the contract. */
export function everyJoint<T>(make: (joint: Joint, side: Side) => T): Record<Joint, Record<Side, T>> {
  const both = (joint: Joint): Record<Side, T> => ({ left: make(joint, 'left'), right: make(joint, 'right') });
  return {
    ankle: both('ankle'),
    knee: both('knee'),
    hip: both('hip'),
    shoulder: both('shoulder'),
    elbow: both('elbow'),
  };
}
