import { graphToTfjs } from './convert/graph-to-tfjs.ts';
import type { TfjsModel } from './convert/tfjs-file.ts';
import { networkGraph } from './convert-model.ts';
import { type ModelId, modelRegistry } from './registry.ts';
import { packageFolder, readSourceFiles } from './source-files.ts';

/**
 * Reads a network from its package as a TensorFlow.js graph model, whatever its source's format. It is kept in memory alone.
 *
 * @throws StrideError `model_unavailable` if the weights are missing or damaged.
 */
export async function readTfjsModel(id: ModelId): Promise<TfjsModel> {
  const spec = modelRegistry[id];
  const files = await readSourceFiles(spec, packageFolder(spec.package.name));
  return graphToTfjs(networkGraph(spec, files), spec.input.name);
}
