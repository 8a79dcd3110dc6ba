import { prepareModel } from '../../models/prepare-model.ts';
import type { ModelId, NetworkId } from '../../models/registry.ts';

export interface PrepareNetworksOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told the share that is done, 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}

/**
 * Makes what an analysis needs ready before the first picture: the person detector and the chosen network. The first
 * use of a network converts its weights; later ones only verify them.
 *
 * @throws StrideError `model_unavailable` or `aborted`.
 */
export async function prepareNetworks(
  network: NetworkId,
  { signal, onProgress }: PrepareNetworksOptions = {},
): Promise<void> {
  const ids: readonly ModelId[] = ['blazepose-detector', network];
  for (const [index, id] of ids.entries()) {
    await prepareModel(id, {
      ...(signal === undefined ? {} : { signal }),
      onProgress: ({ fraction }) => onProgress?.((index + fraction) / ids.length),
    });
  }
}
