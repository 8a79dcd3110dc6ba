import type { TfjsModel } from '../../../models/convert/tfjs-file.ts';
import type { InferenceSession, SessionOptions } from './inference-session.ts';
import type { Tensor, Tfjs } from './tfjs.ts';

/** What goes into a network and what is asked of it. */
export interface TfjsPorts extends Omit<SessionOptions, 'threads'> {
  /** The only outputs that are computed. */
  readonly outputNames: readonly string[];
}

/** Opens a graph model in TensorFlow.js on one thread. `run` blocks the calling thread. */
export async function openTfjsSession(
  tfjs: Tfjs,
  model: TfjsModel,
  { inputName, inputShape, outputNames }: TfjsPorts,
): Promise<InferenceSession> {
  // The backend is a setting of the whole thread, which another session may have changed.
  const useBackend = async (): Promise<void> => {
    if (tfjs.getBackend() === tfjs.backend) return;
    if (!(await tfjs.setBackend(tfjs.backend))) throw new Error(`TensorFlow.js has no backend ${tfjs.backend}`);
  };
  await useBackend();
  const artifacts = { ...model };
  const graph = await tfjs.loadGraphModel(tfjs.io.fromMemory(artifacts));
  // The loaded network keeps what it was loaded from; the weights are in the backend's own memory now.
  artifacts.weightData = new ArrayBuffer(0);
  const input = new Float32Array(inputShape.reduce((product, length) => product * length, 1));
  const shape = [...inputShape];
  const names = [...outputNames];
  const feeds: Record<string, Tensor> = {};
  const outputs = new Map<string, Float32Array>();
  return {
    input,
    async run() {
      await useBackend();
      feeds[inputName] = tfjs.tensor(input, shape, 'float32');
      const results = graph.execute(feeds, names) as Tensor | Tensor[];
      feeds[inputName].dispose();
      const tensors = Array.isArray(results) ? results : [results];
      for (let i = 0; i < names.length; i++) {
        outputs.set(names[i], tensors[i].dataSync<'float32'>());
        tensors[i].dispose();
      }
    },
    output(name) {
      const data = outputs.get(name);
      if (data === undefined) throw new Error(`the network has given no float output ${name}`);
      return data;
    },
    async close() {
      outputs.clear();
      graph.dispose();
    },
  };
}
