import { blazePose } from './blazepose/blazepose.ts';
import { withSecondLook } from './blazepose/second-look.ts';
import type { NetworkChoice } from './custom/network-choice.ts';
import type { KeypointNetwork } from './keypoint-network.ts';
import { moveNet } from './movenet/movenet.ts';
import { type OpenOptions, openModel } from './open-model.ts';

/** Opens a keypoint network. @throws StrideError `model_unavailable`, `invalid_network_description` or `aborted`. */
export async function openKeypointNetwork(choice: NetworkChoice, options?: OpenOptions): Promise<KeypointNetwork> {
  if (typeof choice !== 'string') {
    // What checks a description takes longer to load than a network takes to open.
    const { openDescribedNetwork } = await import('./custom/open-described-network.ts');
    return openDescribedNetwork(choice.descriptionPath, options);
  }
  const model = await openModel(choice, options);
  switch (choice) {
    case 'blazepose-full':
    case 'blazepose-lite':
    case 'blazepose-heavy':
      return withSecondLook(blazePose(model));
    case 'movenet-lightning':
    case 'movenet-thunder':
      return moveNet(model);
  }
}
