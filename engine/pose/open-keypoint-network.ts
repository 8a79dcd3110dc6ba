import type { NetworkId } from '../../models/registry.ts';
import { blazePose } from './blazepose/blazepose.ts';
import { withSecondLook } from './blazepose/second-look.ts';
import type { KeypointNetwork } from './keypoint-network.ts';
import { moveNet } from './movenet/movenet.ts';
import { type OpenOptions, openModel } from './open-model.ts';

/** Opens a keypoint network. @throws StrideError `model_unavailable` or `aborted`. */
export async function openKeypointNetwork(id: NetworkId, options?: OpenOptions): Promise<KeypointNetwork> {
  const model = await openModel(id, options);
  switch (id) {
    case 'blazepose-full':
    case 'blazepose-lite':
    case 'blazepose-heavy':
      return withSecondLook(blazePose(model));
    case 'movenet-lightning':
    case 'movenet-thunder':
      return moveNet(model);
  }
}
