import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { Tfjs } from './tfjs.ts';

/** Loads TensorFlow.js with its WebAssembly backend, whose binary lies in the package. Nothing is downloaded. */
export async function loadTfjsWasm(): Promise<Tfjs> {
  const [core, { loadGraphModel }, { setWasmPaths }] = await Promise.all([
    import('@tensorflow/tfjs-core'),
    import('@tensorflow/tfjs-converter'),
    import('@tensorflow/tfjs-backend-wasm'),
  ]);
  const manifest = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json');
  setWasmPaths(join(dirname(manifest), 'dist', sep));
  const { getBackend, setBackend, tensor, io } = core;
  return { backend: 'wasm', getBackend, setBackend, loadGraphModel, tensor, io };
}
