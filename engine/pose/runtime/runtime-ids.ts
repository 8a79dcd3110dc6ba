/**
 * What can carry a network: ONNX Runtime (the default), the same with the deep half of the network in 8-bit integers, TensorFlow.js on
 * its WebAssembly backend, or TensorFlow.js on the TensorFlow library, once the user has installed `@tensorflow/tfjs-node`.
 */
export const runtimeIds = ['onnx', 'onnx-int8', 'tfjs-wasm', 'tfjs-node'] as const;
export type RuntimeId = (typeof runtimeIds)[number];

/** Those that run in TensorFlow.js. */
export type TfjsRuntimeId = Exclude<RuntimeId, 'onnx' | 'onnx-int8'>;
