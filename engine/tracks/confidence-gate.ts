import type { PoseNetwork } from '../pose/custom/network-choice.ts';
import { keypointNames } from '../pose/keypoint-names.ts';
import { erase, type RawPoints } from './raw-points.ts';

/**
 * Below these scores a point is worse than none. BlazePose's score is visibility, low for a limb behind the body whose
 * place is still told well; MoveNet's falls with the precision of the place itself. A network of the user's own has a least
 * score in its description; what falls short of it has not come this far.
 */
const minimumScore: Readonly<Record<PoseNetwork, number>> = {
  'blazepose-full': 0.1,
  'blazepose-lite': 0.1,
  'blazepose-heavy': 0.1,
  'movenet-lightning': 0.2,
  'movenet-thunder': 0.2,
  custom: 0,
};

/** Removes, in place, the points that the network itself does not trust. */
export function gateByConfidence(points: RawPoints, network: PoseNetwork): void {
  const minimum = minimumScore[network];
  for (const name of keypointNames) {
    const point = points[name];
    for (let frame = 0; frame < point.score.length; frame++) {
      if (point.score[frame] < minimum) erase(point, frame);
    }
  }
}
