import type { ConvOp, Graph, GraphOp, Value } from './graph.ts';
import { linksOf, numbersOf } from './links.ts';

/**
 * Makes one subtraction of the arithmetic on the picture itself: its gain goes into the filters of the convolution that reads the
 * picture, where the zeros of a border stay what they are.
 */
export function foldGain(graph: Graph): Graph {
  const { isReadOnce } = linksOf(graph);
  let [gain, offset] = [1, 0];
  let picture = graph.input;
  let count = 0;
  for (const op of graph.ops) {
    if (op.kind !== 'binary' || op.inputs[0] !== picture || !isReadOnce(picture)) break;
    const number = onlyNumber(op.inputs[1]);
    if (number === null) break;
    if (op.operator === 'Add') offset += number;
    if (op.operator === 'Sub') offset -= number;
    if (op.operator === 'Mul') [gain, offset] = [gain * number, offset * number];
    if (op.operator === 'Div') [gain, offset] = [gain / number, offset / number];
    [picture] = op.outputs;
    count++;
  }
  const conv = graph.ops[count];
  if (count === 0 || gain === 0 || conv?.kind !== 'conv' || conv.inputs[0] !== picture || !isReadOnce(picture)) {
    return graph;
  }
  return { ...graph, ops: [...shifted(graph.input, offset / gain, conv, gain), ...graph.ops.slice(count + 1)] };
}

function shifted(input: Value, shift: number, conv: ConvOp, gain: number): GraphOp[] {
  const [, filter, ...bias] = conv.inputs;
  const scaled: Value = { ...filter, data: numbersOf(filter).map((weight) => weight * gain) };
  if (shift === 0) return [{ ...conv, inputs: [input, scaled, ...bias] }];
  const picture: Value = { shape: input.shape, type: 'float32' };
  const amount: Value = { shape: [1], type: 'float32', data: Float32Array.of(shift) };
  return [
    { kind: 'binary', operator: 'Add', inputs: [input, amount], outputs: [picture] },
    { ...conv, inputs: [picture, scaled, ...bias] },
  ];
}

/** The number that a constant holds throughout; null if it is computed or holds several. */
function onlyNumber({ data }: Value): number | null {
  return data?.every((number) => number === data[0]) ? data[0] : null;
}
