import { InferenceSession as OrtSession, Tensor } from 'onnxruntime-node';
import { cpuInfo, overflowsInPairs } from './byte-products.ts';
import type { InferenceSession, SessionOptions } from './inference-session.ts';

/**
 * Opens an ONNX file in ONNX Runtime on the CPU. `run` blocks the calling thread.
 *
 * Spinning is off: with a busy neighbour, waiting threads would take the cores that the others need. Every run brings new
 * outputs: handing them the last run's as buffers would save nothing, since onnxruntime-node copies those too (1.30, measured).
 */
export async function openOnnxSession(path: string, options: SessionOptions): Promise<InferenceSession> {
  const session = await OrtSession.create(path, {
    executionProviders: ['cpu'],
    graphOptimizationLevel: 'all',
    intraOpNumThreads: options.threads ?? 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    logSeverityLevel: 3,
    extra: {
      session: {
        intra_op: { allow_spinning: '0' },
        inter_op: { allow_spinning: '0' },
        x64quantprecision: overflowsInPairs(cpuInfo()) ? '1' : '0',
      },
    },
  });
  const input = new Float32Array(options.inputShape.reduce((product, length) => product * length, 1));
  const feeds = { [options.inputName]: new Tensor('float32', input, options.inputShape) };
  const outputNames = options.outputNames ?? session.outputNames;
  let outputs: OrtSession.OnnxValueMapType | null = null;
  return {
    input,
    async run() {
      outputs = await session.run(feeds, outputNames);
    },
    output(name) {
      const data = outputs?.[name]?.data;
      if (!(data instanceof Float32Array)) throw new Error(`${path} has given no float output ${name}`);
      return data;
    },
    async close() {
      outputs = null;
      await session.release();
    },
  };
}
