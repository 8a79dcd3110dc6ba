import { prepareModel } from '../../models/prepare-model.ts';
import type { NetworkChoice } from './custom/network-choice.ts';

export interface PrepareNetworksOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told the share that is done, 0 to 1: the first use of a network converts its weights. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

/**
 * Makes the networks that read a clip ready in the cache, so that all threads find them there.
 *
 * @throws StrideError `model_unavailable` or `aborted`.
 */
export async function prepareNetworks(
  choice: NetworkChoice,
  { signal, onProgress }: PrepareNetworksOptions,
): Promise<void> {
  const ids = ['blazepose-detector', ...(typeof choice === 'string' ? [choice] : [])] as const;
  for (const [i, id] of ids.entries()) {
    await prepareModel(id, {
      ...(signal === undefined ? {} : { signal }),
      onProgress: ({ fraction }) => onProgress?.((i + fraction) / ids.length),
    });
  }
}
