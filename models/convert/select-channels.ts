import type { Graph, GraphOp, Value } from './graph.ts';
import { linksOf, numbersOf } from './links.ts';

/**
 * Keeps some channels of an output, in a chosen order, by keeping those filters of the convolution that makes it.
 *
 * @param name The output. @param channels Places along its last axis.
 * @throws Error if the output is not a convolution's, reshaped or not.
 */
export function selectChannels(graph: Graph, name: string, channels: readonly number[]): Graph {
  const output = graph.outputs.get(name);
  if (output === undefined) throw new Error(`the graph has no output ${name}`);
  const { maker, isReadOnce } = linksOf({ ...graph, outputs: new Map() });
  const replaced = new Map<GraphOp, GraphOp>();
  const narrow = (value: Value): Value => ({ ...value, shape: value.shape.with(-1, channels.length) });
  let made = narrow(output);
  const selected = made;
  for (let value = output; ; ) {
    const op = maker(value);
    if (value !== output && !isReadOnce(value)) throw new Error(`${name} is made of what others read too`);
    if (op?.kind === 'reshape' && op.inputs[0].shape.at(-1) === value.shape.at(-1)) {
      const before = narrow(op.inputs[0]);
      replaced.set(op, { ...op, inputs: [before], outputs: [made] });
      made = before;
      value = op.inputs[0];
    } else if (op?.kind === 'conv' && op.groups === 1) {
      const constants = op.inputs.slice(1).map((input) => selectRows(input, channels));
      replaced.set(op, { ...op, inputs: [op.inputs[0], ...constants], outputs: [made] });
      break;
    } else {
      throw new Error(`${name} is not a convolution’s result`);
    }
  }
  const ops = graph.ops.map((op) => replaced.get(op) ?? op);
  return { ...graph, ops, outputs: new Map([...graph.outputs, [name, selected]]) };
}

/** Parts of a constant's first axis. */
function selectRows(constant: Value, rows: readonly number[]): Value {
  const data = numbersOf(constant);
  const size = data.length / constant.shape[0];
  const selected = new Float32Array(rows.length * size);
  rows.forEach((row, to) => {
    selected.set(data.subarray(row * size, (row + 1) * size), to * size);
  });
  return { ...constant, shape: constant.shape.with(0, rows.length), data: selected };
}
