import type { GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter';
import type { getBackend, io, setBackend, Tensor, tensor } from '@tensorflow/tfjs-core';

export type { GraphModel, Tensor };

/** What is used of TensorFlow.js, and the backend to use it on. */
export interface Tfjs {
  readonly backend: 'wasm' | 'tensorflow';
  readonly getBackend: typeof getBackend;
  readonly setBackend: typeof setBackend;
  readonly loadGraphModel: typeof loadGraphModel;
  readonly tensor: typeof tensor;
  readonly io: Pick<typeof io, 'fromMemory'>;
}
