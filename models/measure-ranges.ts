import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Graph } from './convert/graph.ts';
import { graphToOnnx } from './convert/graph-to-onnx.ts';
import { int8Results, unboundedValues } from './convert/int8-plan.ts';

/**
 * Finds the ranges that `planInt8` asks for: the smallest and largest number on some pictures of each value that has no limit. Zero
 * lies in every range.
 *
 * @param pictures As the network takes them.
 */
export async function measureRanges(graph: Graph, pictures: Iterable<Float32Array>): Promise<number[]> {
  const values = unboundedValues(graph, int8Results(graph));
  const outputs = new Map(values.map((value, index) => [`value${index}`, value]));
  const onnx = graphToOnnx({ ...graph, outputs }, 'ranges', 'in');
  const session = await InferenceSession.create(onnx, { intraOpNumThreads: 1, logSeverityLevel: 3 });
  const bounds = new Array<number>(2 * values.length).fill(0);
  for (const picture of pictures) {
    const results = await session.run({ in: new Tensor('float32', picture, graph.input.shape) });
    values.forEach((_, index) => {
      for (const number of results[`value${index}`].data as Float32Array) {
        if (number < bounds[2 * index]) bounds[2 * index] = number;
        if (number > bounds[2 * index + 1]) bounds[2 * index + 1] = number;
      }
    });
  }
  await session.release();
  return bounds;
}
