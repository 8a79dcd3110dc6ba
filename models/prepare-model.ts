import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { StrideError } from '../engine/errors/stride-error.ts';
import { converterVersion } from './converter-version.ts';
import { defaultCacheFolder, isCached, store } from './model-cache.ts';
import type { ModelSpec, Precision } from './model-spec.ts';
import { type ModelId, modelRegistry } from './registry.ts';
import { packageFolder, readSourceFiles } from './source-files.ts';

/** What is being done with a network; a cached one goes from `checking` straight to `ready`. */
export interface ModelProgress {
  readonly id: ModelId;
  readonly phase: 'checking' | 'reading' | 'converting' | 'storing' | 'ready';
  /** Share of the phases that are done, 0 to 1. */
  readonly fraction: number;
}

/** A network that the runtime can open. */
export interface PreparedModel {
  readonly id: ModelId;
  readonly onnxPath: string;
  readonly spec: ModelSpec;
}

export interface PrepareOptions {
  /** In what the network is to compute, real numbers by default. */
  readonly precision?: Precision;
  /** Where converted networks are kept; by default outside the project, see {@link defaultCacheFolder}. */
  readonly cacheDir?: string;
  readonly onProgress?: (progress: ModelProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Makes a network ready for ONNX Runtime: takes it from the cache if it lies there undamaged, else converts the
 * packaged weights and stores the result. Checksums of both are verified every time.
 *
 * @throws StrideError `model_unavailable` if the weights are missing or damaged or the cache cannot be written,
 *   `aborted` if the signal asks for it.
 */
export async function prepareModel(id: ModelId, options: PrepareOptions = {}): Promise<PreparedModel> {
  const { precision = 'float32', cacheDir = defaultCacheFolder(), onProgress, signal } = options;
  const spec = modelRegistry[id];
  const onnxPath = join(cacheDir, cacheName(id, spec, precision));
  const enter = (phase: ModelProgress['phase'], fraction: number): void => {
    if (signal?.aborted) throw new StrideError('aborted', undefined, { cause: signal.reason });
    onProgress?.({ id, phase, fraction });
  };
  enter('checking', 0);
  if (!(await isCached(onnxPath))) {
    enter('reading', 0.1);
    const files = await readSourceFiles(spec, packageFolder(spec.package.name));
    enter('converting', 0.2);
    const { convertModel } = await import('./convert-model.ts');
    const onnx = convertModel(spec, files, precision);
    enter('storing', 0.9);
    await store(cacheDir, onnxPath, onnx);
  }
  enter('ready', 1);
  return { id, onnxPath, spec };
}

/** Names the network, the converter and the weights, so that a change of any leads to another file. */
function cacheName(id: ModelId, spec: ModelSpec, precision: Precision): string {
  const source = createHash('sha256').update(spec.files.map((file) => file.sha256).join());
  const form = precision === 'int8' ? '-int8' : '';
  return `${id}${form}-${converterVersion}-${source.digest('hex').slice(0, 12)}.onnx`;
}
