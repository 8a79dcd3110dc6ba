import { setBackend } from '@tensorflow/tfjs-core';
import { loadTfjs } from '../../engine/pose/runtime/load-tfjs.ts';

/** What TensorFlow.js computes with: its WebAssembly backend, or the TensorFlow library of `@tensorflow/tfjs-node`. */
export const peerBackends = ['wasm', 'tensorflow'] as const;
export type PeerBackend = (typeof peerBackends)[number];

/** Makes a backend the one in use. @throws StrideError `runtime_unavailable` where it is not installed. */
export async function usePeerBackend(backend: PeerBackend): Promise<void> {
  await loadTfjs(backend === 'wasm' ? 'tfjs-wasm' : 'tfjs-node');
  if (!(await setBackend(backend))) throw new Error(`TensorFlow.js has no backend ${backend} here`);
}
