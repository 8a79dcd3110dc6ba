import type { Precision } from '../../models/model-spec.ts';
import type { PreparedModel } from '../../models/prepare-model.ts';
import { type ModelId, modelRegistry } from '../../models/registry.ts';
import { StrideError } from '../errors/stride-error.ts';
import type { ReadyNetworks } from './prepare-networks.ts';
import type { InferenceSession } from './runtime/inference-session.ts';
import { loadTfjs } from './runtime/load-tfjs.ts';
import { openOnnxSession } from './runtime/onnx-session.ts';
import { precisionIn } from './runtime/precision-in.ts';
import type { RuntimeId, TfjsRuntimeId } from './runtime/runtime-ids.ts';
import { openTfjsSession } from './runtime/tfjs-session.ts';
import type { WarpTarget } from './warp.ts';

/** A network that is ready to run, and how it wants its picture. */
export interface OpenModel {
  readonly session: InferenceSession;
  readonly target: Omit<WarpTarget, 'border'>;
}

export interface OpenOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told the share that is done, 0 to 1: the first use of a network converts its weights. */
  readonly onProgress?: (fraction: number) => void;
  /** What is to carry the network, ONNX Runtime by default. */
  readonly runtime?: RuntimeId;
  /** Networks that are not made ready again. */
  readonly ready?: ReadyNetworks;
}

/**
 * Prepares a network and opens it in a runtime. TensorFlow.js is loaded only when it is asked for.
 *
 * @throws StrideError `model_unavailable`, `runtime_unavailable`, `aborted`, or `invalid_option` where the runtime cannot carry the network.
 */
export async function openModel(id: ModelId, options: OpenOptions = {}): Promise<OpenModel> {
  const { runtime = 'onnx' } = options;
  const session =
    runtime === 'onnx' || runtime === 'onnx-int8'
      ? await openInOnnx(id, precisionIn(runtime, id), options)
      : await openInTfjs(id, runtime, options);
  const { shape, range } = modelRegistry[id].input;
  const [, heightPx, widthPx] = shape;
  const gain = (range[1] - range[0]) / 255;
  return {
    session,
    target: {
      widthPx,
      heightPx,
      layout: 'nhwc',
      channels: 'rgb',
      gain: [gain, gain, gain],
      offset: [range[0], range[0], range[0]],
    },
  };
}

async function openInOnnx(id: ModelId, precision: Precision, options: OpenOptions): Promise<InferenceSession> {
  const { onnxPath } = options.ready?.[id] ?? (await prepare(id, precision, options));
  const { name, shape } = modelRegistry[id].input;
  return openOnnxSession(onnxPath, { inputName: name, inputShape: shape });
}

async function prepare(id: ModelId, precision: Precision, { signal, onProgress }: OpenOptions): Promise<PreparedModel> {
  const { prepareModel } = await import('../../models/prepare-model.ts');
  return prepareModel(id, {
    precision,
    ...(signal === undefined ? {} : { signal }),
    onProgress: ({ fraction }) => onProgress?.(fraction),
  });
}

async function openInTfjs(
  id: ModelId,
  runtime: TfjsRuntimeId,
  { signal, onProgress }: OpenOptions,
): Promise<InferenceSession> {
  const { readTfjsModel } = await import('../../models/tfjs-model.ts');
  const tfjs = await loadTfjs(runtime);
  if (signal?.aborted) throw new StrideError('aborted', undefined, { cause: signal.reason });
  const { input, outputs } = modelRegistry[id];
  const ports = { inputName: input.name, inputShape: input.shape, outputNames: outputs.map(({ name }) => name) };
  const session = await openTfjsSession(tfjs, await readTfjsModel(id), ports);
  onProgress?.(1);
  return session;
}
