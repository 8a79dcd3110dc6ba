import { prepareModel } from '../../models/prepare-model.ts';
import type { ModelId } from '../../models/registry.ts';
import type { NetworkChoice } from './custom/network-choice.ts';
import { precisionIn } from './runtime/precision-in.ts';
import type { RuntimeId } from './runtime/runtime-ids.ts';

export interface PrepareNetworksOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told the share that is done, 0 to 1: the first use of a network converts its weights. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

/** Where networks lie that were made ready and verified. Those that a runtime takes as they are packaged are not named. */
export type ReadyNetworks = Readonly<Partial<Record<ModelId, { readonly onnxPath: string }>>>;

/**
 * Makes the networks that read a clip ready in the cache, so that all threads find them there.
 *
 * @throws StrideError `model_unavailable`, `invalid_network_description`, `invalid_option` or `aborted`.
 */
export async function prepareNetworks(
  { network, runtime }: { readonly network: NetworkChoice; readonly runtime: RuntimeId },
  { signal, onProgress }: PrepareNetworksOptions = {},
): Promise<ReadyNetworks> {
  // The other runtimes take the packaged weights as they are.
  if (runtime !== 'onnx' && runtime !== 'onnx-int8') return {};
  if (typeof network !== 'string') {
    const { readDescription } = await import('./custom/read-description.ts');
    await readDescription(network.descriptionPath);
  }
  const ids = ['blazepose-detector', ...(typeof network === 'string' ? [network] : [])] as const;
  const ready: Partial<Record<ModelId, { onnxPath: string }>> = {};
  for (const [i, id] of ids.entries()) {
    const { onnxPath } = await prepareModel(id, {
      precision: precisionIn(runtime, id),
      ...(signal === undefined ? {} : { signal }),
      onProgress: ({ fraction }) => onProgress?.((i + fraction) / ids.length),
    });
    ready[id] = { onnxPath };
  }
  return ready;
}
