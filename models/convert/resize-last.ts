import { dropUnread } from './drop-unread.ts';
import type { BinaryOp, ConvOp, Graph, GraphOp, ResizeOp, Value } from './graph.ts';
import { elementCount, GraphBuilder } from './graph-builder.ts';
import { isPointwise, type Links, linksOf } from './links.ts';

/**
 * Puts a pointwise convolution before the enlarging that it follows, through additions if need be. All are linear, and the weights
 * of the interpolation add up to one, so the result is the same, from a quarter of the places.
 */
export function resizeLast(graph: Graph): Graph {
  const links = linksOf(graph);
  for (const [index, conv] of graph.ops.entries()) {
    if (!isPointwise(conv) || !links.isReadOnce(conv.inputs[0])) continue;
    const before = links.maker(conv.inputs[0]);
    const moved = isEnlarging(before)
      ? swap(before, conv)
      : hasEnlarged(before, links)
        ? distribute(before, conv)
        : null;
    if (moved !== null) return resizeLast(dropUnread({ ...graph, ops: graph.ops.toSpliced(index, 1, ...moved) }));
  }
  return graph;
}

const isEnlarging = (op: GraphOp | undefined): op is ResizeOp =>
  op?.kind === 'resize' && elementCount(op.outputs[0].shape) > elementCount(op.inputs[0].shape);

/** Whether an operator adds something to an enlarged picture of the same size. */
const hasEnlarged = (op: GraphOp | undefined, { maker, isReadOnce }: Links): op is BinaryOp =>
  op?.kind === 'binary' &&
  op.operator === 'Add' &&
  op.inputs.every(({ shape, data }) => data === undefined && `${shape}` === `${op.outputs[0].shape}`) &&
  op.inputs.some((input) => isEnlarging(maker(input)) && isReadOnce(input));

function convolve(picture: Value, conv: ConvOp, bias: Value | undefined): [Value, GraphOp] {
  const builder = new GraphBuilder(picture);
  const output = builder.conv(picture, conv.inputs[1], bias, 1, { ...conv, padding: 'valid' });
  return [output, builder.finish(new Map()).ops[0]];
}

function swap(resize: ResizeOp, conv: ConvOp): GraphOp[] {
  const [small, op] = convolve(resize.inputs[0], conv, conv.inputs[2]);
  return [op, { ...resize, inputs: [small], outputs: conv.outputs }];
}

function distribute(sum: BinaryOp, conv: ConvOp): GraphOp[] {
  const [left, leftOp] = convolve(sum.inputs[0], conv, conv.inputs[2]);
  const [right, rightOp] = convolve(sum.inputs[1], conv, undefined);
  return [leftOp, rightOp, { ...sum, inputs: [left, right], outputs: conv.outputs }];
}
