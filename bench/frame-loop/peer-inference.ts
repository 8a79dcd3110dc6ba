import { loadGraphModel } from '@tensorflow/tfjs-converter';
import { type Tensor, tensor4d } from '@tensorflow/tfjs-core';
import { modelRegistry, type NetworkId } from '../../models/registry.ts';
import type { Contender } from '../contender/contender.ts';
import type { Timed } from '../contender/interleave.ts';
import { type PeerBackend, usePeerBackend } from '../peer/peer-backend.ts';
import { publishedModel } from '../peer/reference-models.ts';
import { fillWithGradient } from './our-inference.ts';

/** What pose-detection asks of BlazePose when no segmentation is wanted. */
const blazePoseOutputs = ['ld_3d', 'output_poseflag', 'activation_heatmap', 'world_3d'];

export interface PeerInferenceSpec {
  readonly network: NetworkId;
  readonly backend: PeerBackend;
}

/** The network alone, as pose-detection runs it: the same file, the same outputs, read back after each run. */
export async function open({ network, backend }: PeerInferenceSpec): Promise<Contender<Timed>> {
  await usePeerBackend(backend);
  const model = await loadGraphModel(await publishedModel(network));
  const { shape, range } = modelRegistry[network].input;
  const values = new Float32Array(shape[0] * shape[1] * shape[2] * shape[3]);
  fillWithGradient(values, range[1], range[0]);
  const isMoveNet = network.startsWith('movenet');
  const input = isMoveNet ? tensor4d(Int32Array.from(values), [...shape], 'int32') : tensor4d(values, [...shape]);
  const run = (): Tensor[] =>
    [isMoveNet ? model.execute(input) : model.execute(input, blazePoseOutputs)].flat() as Tensor[];
  return {
    async round(frames) {
      const start = performance.now();
      for (let frame = 0; frame < frames; frame++) {
        for (const output of run()) {
          await output.data();
          output.dispose();
        }
      }
      return { wallMs: performance.now() - start };
    },
  };
}
