import { type PreparedModel, prepareModel } from '../../models/prepare-model.ts';
import type { ModelId } from '../../models/registry.ts';
import type { InferenceSession } from './runtime/inference-session.ts';
import { openOnnxSession } from './runtime/onnx-session.ts';
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
}

/** Prepares a network and opens it in ONNX Runtime. @throws StrideError `model_unavailable` or `aborted`. */
export async function openModel(id: ModelId, { signal, onProgress }: OpenOptions = {}): Promise<OpenModel> {
  const { onnxPath, spec }: PreparedModel = await prepareModel(id, {
    ...(signal === undefined ? {} : { signal }),
    onProgress: ({ fraction }) => onProgress?.(fraction),
  });
  const { name: inputName, shape: inputShape, range } = spec.input;
  const session = await openOnnxSession(onnxPath, { inputName, inputShape });
  const [, heightPx, widthPx] = inputShape;
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
