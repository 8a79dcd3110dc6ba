import { dropUnread } from './drop-unread.ts';
import type { ConvOp, Graph, GraphOp, PadOp, Value } from './graph.ts';

/**
 * Removes work that changes nothing: reshapes of reshapes and to the same shape, zero borders that a convolution can
 * add itself, and operators whose result nobody reads.
 */
export function simplify(graph: Graph): Graph {
  return dropUnread(mergePads(mergeReshapes(graph)));
}

function mergeReshapes(graph: Graph): Graph {
  /** The value that holds the same numbers, before any reshape. */
  const sources = new Map<Value, Value>();
  const replacements = new Map<Value, Value>();
  const isOutput = new Set(graph.outputs.values());
  const current = (value: Value): Value => replacements.get(value) ?? value;
  const ops: GraphOp[] = [];
  for (const op of graph.ops) {
    const inputs = op.inputs.map(current);
    const [output] = op.outputs;
    if (op.kind !== 'reshape') {
      ops.push({ ...op, inputs });
      continue;
    }
    const source = sources.get(inputs[0]) ?? inputs[0];
    sources.set(output, source);
    if (`${source.shape}` === `${output.shape}` && !isOutput.has(output)) replacements.set(output, source);
    else ops.push({ ...op, inputs: [source] });
  }
  return { ...graph, ops };
}

function mergePads(graph: Graph): Graph {
  const pads = new Map<Value, PadOp>();
  const ops = graph.ops.map((op): GraphOp => {
    if (op.kind === 'pad') pads.set(op.outputs[0], op);
    const pad = pads.get(op.inputs[0]);
    return op.kind === 'conv' && pad !== undefined && isBorder(pad) ? withBorder(op, pad) : op;
  });
  return { ...graph, ops };
}

const isBorder = ({ before, after }: PadOp): boolean =>
  before.length === 4 && before[0] + after[0] + before[3] + after[3] === 0;

function withBorder(conv: ConvOp, { inputs, before, after }: PadOp): ConvOp {
  const { top, left, bottom, right } = conv.margins;
  return {
    ...conv,
    inputs: [inputs[0], ...conv.inputs.slice(1)],
    margins: { top: top + before[1], left: left + before[2], bottom: bottom + after[1], right: right + after[2] },
  };
}
