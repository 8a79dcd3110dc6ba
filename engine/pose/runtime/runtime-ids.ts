/**
 * What can carry a network: ONNX Runtime (the default), TensorFlow.js on its WebAssembly backend, or TensorFlow.js on the
 * TensorFlow library, once the user has installed `@tensorflow/tfjs-node`.
 */
export const runtimeIds = ['onnx', 'tfjs-wasm', 'tfjs-node'] as const;
export type RuntimeId = (typeof runtimeIds)[number];
