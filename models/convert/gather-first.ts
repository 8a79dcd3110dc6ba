import type { Graph, GraphOp, PlainOp, Value } from './graph.ts';
import { GraphBuilder } from './graph-builder.ts';
import { isPointwise, type Links, linksOf } from './links.ts';

/**
 * Gathers before pointwise convolutions and activations instead of after them, where nobody reads more of their result than
 * what is gathered: they are then computed at those places alone.
 */
export function gatherFirst(graph: Graph): Graph {
  const links = linksOf(graph);
  const ops = graph.ops.flatMap((op) => (op.kind === 'gatherNd' ? gatherAhead(op, links) : [op]));
  return { ...graph, ops };
}

function gatherAhead(gather: PlainOp, links: Links): GraphOp[] {
  const [data, indices] = gather.inputs;
  const [output] = gather.outputs;
  // One picture, of which each place is gathered with all its channels.
  if (data.shape.length !== 4 || indices.shape.at(-1) !== 3) return [gather];
  const steps: GraphOp[] = [];
  let source = data;
  for (let op = links.maker(source); isMovable(op) && links.isReadOnce(source); op = links.maker(source)) {
    steps.unshift(op);
    source = op.inputs[0];
  }
  if (!steps.some((op) => op.kind === 'conv')) return [gather];
  const builder = new GraphBuilder(source);
  const gathered = builder.gatherNd(source, indices);
  const places = gathered.shape.slice(0, -1).reduce((product, size) => product * size, 1);
  let value: Value = builder.reshape(gathered, [1, places, 1, -1]);
  for (const op of steps) {
    if (op.kind === 'unary') value = builder.unary(op.operator, value);
    if (op.kind === 'conv') {
      value = builder.conv(value, op.inputs[1], op.inputs[2], 1, { ...op, padding: 'valid' });
    }
  }
  builder.reshape(value, output.shape);
  const { ops } = builder.finish(new Map());
  const last = ops[ops.length - 1];
  return [...ops.slice(0, -1), { ...last, outputs: [output] } as GraphOp];
}

const isMovable = (op: GraphOp | undefined): op is GraphOp => op?.kind === 'unary' || isPointwise(op);
