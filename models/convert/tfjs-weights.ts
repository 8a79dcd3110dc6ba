import type { Value } from './graph.ts';
import { elementCount } from './graph-builder.ts';
import { widenHalfs } from './half-float.ts';

/** One entry of a TensorFlow.js weight manifest. */
export interface WeightEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly quantization?: { readonly dtype: string };
}

/**
 * Reads the constants of a TensorFlow.js model: the manifest's entries lie one after the other in the binary file.
 * Half-precision numbers become single-precision.
 *
 * @throws Error if an element type is not known or the file has another length than the manifest says.
 */
export function readTfjsWeights(entries: readonly WeightEntry[], bytes: Uint8Array): Map<string, Value> {
  const values = new Map<string, Value>();
  let at = 0;
  for (const { name, shape, dtype, quantization } of entries) {
    const stored = quantization?.dtype ?? dtype;
    const byteLength = elementCount(shape) * (stored === 'float16' ? 2 : 4);
    const part = new Uint8Array(bytes.subarray(at, at + byteLength));
    if (part.byteLength !== byteLength) throw new Error('the weights end too early');
    at += byteLength;
    if (stored === 'float16') values.set(name, { shape, type: 'float32', data: widenHalfs(part) });
    else if (stored === 'float32') values.set(name, { shape, type: 'float32', data: new Float32Array(part.buffer) });
    else if (stored === 'int32') values.set(name, { shape, type: 'int32', data: new Int32Array(part.buffer) });
    else throw new Error(`${name} has the element type ${stored}, which cannot be converted`);
  }
  if (at !== bytes.byteLength) throw new Error(`the weights have ${bytes.byteLength} bytes instead of ${at}`);
  return values;
}
