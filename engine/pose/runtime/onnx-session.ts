import { InferenceSession as OrtSession, Tensor } from 'onnxruntime-node';
import { cpuInfo, overflowsInPairs } from './byte-products.ts';
import type { InferenceSession, SessionOptions } from './inference-session.ts';

/**
 * Opens an ONNX file in ONNX Runtime on the CPU. `run` blocks the calling thread.
 *
 * Spinning is off: with a busy neighbour, waiting threads would take the cores that the others need.
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
  let outputs: OrtSession.OnnxValueMapType | null = null;
  return {
    input,
    async run() {
      // The first run's own outputs serve as the buffers of all later runs.
      if (outputs === null) outputs = await session.run(feeds);
      else await session.run(feeds, outputs);
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
