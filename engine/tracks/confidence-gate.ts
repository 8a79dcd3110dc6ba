import type { NetworkId } from '../../models/registry.ts';
import { keypointNames } from '../pose/keypoint-names.ts';
import { erase, type RawPoints } from './raw-points.ts';

/**
 * Below these scores a point is worse than none. BlazePose's score is visibility, low for a limb behind the body whose
 * place is still told well; MoveNet's falls with the precision of the place itself.
 */
const minimumScore: Readonly<Record<NetworkId, number>> = {
  'blazepose-full': 0.1,
  'blazepose-lite': 0.1,
  'blazepose-heavy': 0.1,
  'movenet-lightning': 0.2,
  'movenet-thunder': 0.2,
};

/** Removes, in place, the points that the network itself does not trust. */
export function gateByConfidence(points: RawPoints, network: NetworkId): void {
  const minimum = minimumScore[network];
  for (const name of keypointNames) {
    const point = points[name];
    for (let frame = 0; frame < point.score.length; frame++) {
      if (point.score[frame] < minimum) erase(point, frame);
    }
  }
}
