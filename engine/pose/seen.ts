import { StrideError } from '../errors/stride-error.ts';
import type { PoseSequence } from './pose-sequence.ts';

/** Share of a clip's frames in which the runner must be found for the clip to count as one of a person. */
const leastFoundShare = 0.1;

/** Passes poses on if a runner is in them. @throws StrideError `no_person` if in fewer than one frame in ten. */
export function checkSeen(pose: PoseSequence): PoseSequence {
  const foundCount = pose.found.reduce((sum, found) => sum + found, 0);
  if (foundCount === 0 || foundCount < leastFoundShare * pose.frameCount) {
    throw new StrideError('no_person', `seen in ${foundCount} of ${pose.frameCount} frames`);
  }
  return pose;
}
