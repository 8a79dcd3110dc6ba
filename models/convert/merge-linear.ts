import type { ConvOp, Graph, GraphOp, Value } from './graph.ts';
import { isPointwise, linksOf, numbersOf } from './links.ts';

/** Channels that runtimes work on at once: a convolution costs as if it had a multiple of them. */
const lanes = 16;

/**
 * Makes one of two pointwise convolutions with nothing in between, where that takes no more multiplications.
 */
export function mergeLinear(graph: Graph): Graph {
  const { maker, isReadOnce } = linksOf(graph);
  const ops = graph.ops.map((second): GraphOp => {
    if (!isPointwise(second)) return second;
    const first = maker(second.inputs[0]);
    return isPointwise(first) && isReadOnce(second.inputs[0]) && pays(first, second) ? product(first, second) : second;
  });
  return { ...graph, ops };
}

function pays(first: ConvOp, second: ConvOp): boolean {
  const padded = (channels: number) => Math.ceil(channels / lanes) * lanes;
  const [middle, from] = first.inputs[1].shape.map(padded);
  const to = padded(second.inputs[1].shape[0]);
  return from * to <= from * middle + middle * to;
}

function product(first: ConvOp, second: ConvOp): ConvOp {
  const [middle, from] = first.inputs[1].shape;
  const [to] = second.inputs[1].shape;
  const [a, b] = [first, second].map((conv) => numbersOf(conv.inputs[1]));
  const [aBias, bBias] = [first, second].map((conv) => conv.inputs[2] && numbersOf(conv.inputs[2]));
  const filter = new Float32Array(to * from);
  const bias = new Float32Array(to);
  for (let o = 0; o < to; o++) {
    for (let i = 0; i < from; i++) {
      let sum = 0;
      for (let m = 0; m < middle; m++) sum += b[o * middle + m] * a[m * from + i];
      filter[o * from + i] = sum;
    }
    let sum = bBias?.[o] ?? 0;
    for (let m = 0; m < middle; m++) sum += b[o * middle + m] * (aBias?.[m] ?? 0);
    bias[o] = sum;
  }
  const constant = (shape: readonly number[], data: Float32Array): Value => ({ shape, type: 'float32', data });
  return { ...second, inputs: [first.inputs[0], constant([to, from, 1, 1], filter), constant([to], bias)] };
}
