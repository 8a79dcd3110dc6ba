import type { Graph } from './convert/graph.ts';
import { graphToOnnx } from './convert/graph-to-onnx.ts';
import { planInt8 } from './convert/int8-plan.ts';
import { optimise } from './convert/optimise.ts';
import { selectChannels } from './convert/select-channels.ts';
import { tfjsToGraph } from './convert/tfjs-to-graph.ts';
import { tfliteToGraph } from './convert/tflite-to-graph.ts';
import type { ModelSpec, Precision } from './model-spec.ts';

/**
 * Converts a network's packaged files into an ONNX model with the registry's input and outputs, and no others.
 * The same files give the same bytes.
 *
 * @param files The contents of `spec.files`, in that order.
 */
export function convertModel(
  spec: ModelSpec,
  files: readonly Uint8Array[],
  precision: Precision = 'float32',
): Uint8Array {
  const graph = networkGraph(spec, files);
  if (precision === 'float32') return graphToOnnx(graph, spec.title, spec.input.name);
  if (spec.int8Ranges === undefined) throw new Error(`${spec.title} has no form in 8-bit integers`);
  return graphToOnnx(graph, spec.title, spec.input.name, planInt8(graph, spec.int8Ranges));
}

/**
 * Reads a network's packaged files into the graph that is converted: the registry's outputs and what they need, no more.
 *
 * @param files The contents of `spec.files`, in that order.
 */
export function networkGraph(spec: ModelSpec, files: readonly Uint8Array[]): Graph {
  const outputs = new Map(spec.outputs.map(({ name, source }) => [name, source]));
  const [first, second] = files;
  const graph =
    spec.format === 'tflite'
      ? tfliteToGraph(first, outputs)
      : tfjsToGraph(new TextDecoder().decode(first), second, outputs);
  checkShape(spec.input.name, spec.input.shape, graph.input.shape);
  const selected = spec.outputs.reduce(
    (whole, { name, channels }) => (channels === undefined ? whole : selectChannels(whole, name, channels)),
    graph,
  );
  for (const { name, shape } of spec.outputs) checkShape(name, shape, selected.outputs.get(name)?.shape);
  return optimise(selected);
}

function checkShape(name: string, expected: readonly number[], found: readonly number[] | undefined): void {
  if (`${expected}` !== `${found}`) throw new Error(`${name} is [${found}], the registry says [${expected}]`);
}
