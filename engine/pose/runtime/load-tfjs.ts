import type { TfjsRuntimeId } from './runtime-ids.ts';
import type { Tfjs } from './tfjs.ts';
import { loadTfjsNode } from './tfjs-node.ts';
import { loadTfjsWasm } from './tfjs-wasm.ts';

/** Loads TensorFlow.js, which nothing does before. @throws StrideError `runtime_unavailable`. */
export function loadTfjs(runtime: TfjsRuntimeId): Promise<Tfjs> {
  return runtime === 'tfjs-wasm' ? loadTfjsWasm() : loadTfjsNode();
}
