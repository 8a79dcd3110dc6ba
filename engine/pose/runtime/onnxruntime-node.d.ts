// The package's types are those of onnxruntime-common; this version ships without saying so.
declare module 'onnxruntime-node' {
  export * from 'onnxruntime-common';
}
