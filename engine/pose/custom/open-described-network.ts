import { StrideError } from '../../errors/stride-error.ts';
import type { KeypointNetwork } from '../keypoint-network.ts';
import type { OpenOptions } from '../open-model.ts';

/** Opens the network that a description names. @throws StrideError `invalid_network_description` or `aborted`. */
export async function openDescribedNetwork(path: string, { signal }: OpenOptions = {}): Promise<KeypointNetwork> {
  if (signal?.aborted) throw new StrideError('aborted', undefined, { cause: signal.reason });
  throw new StrideError('invalid_network_description', `${path} cannot be read`);
}
