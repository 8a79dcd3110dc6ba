import type { BinaryOp, ConvOp, Graph, GraphOp, Value } from './graph.ts';
import { type Links, linksOf } from './links.ts';

/** What of a network is computed in 8-bit integers. */
export interface Int8Plan {
  /** The operators, each with the value that it leaves: its own, or that of the limit which follows it. */
  readonly results: ReadonlyMap<GraphOp, Value>;
  /** Smallest and largest number of each value that is kept in 8 bits. */
  readonly ranges: ReadonlyMap<Value, readonly [low: number, high: number]>;
}

/**
 * Rows of the pictures that are computed in integers. Larger ones hold the fine places, which suffer most; smaller ones are soon
 * computed, and landmarks are read off them.
 */
const mostRows = 16;
const leastRows = 8;

/** The operators that bear 8-bit integers, each with the value that it leaves. */
export function int8Results(graph: Graph): Map<GraphOp, Value> {
  const links = linksOf(graph);
  const tail = linearTail(graph, links);
  const limits = new Map<Value, Value>();
  for (const op of graph.ops) {
    const [input] = op.inputs;
    if (op.kind === 'unary' && op.operator === 'Relu6' && links.isReadOnce(input)) limits.set(input, op.outputs[0]);
  }
  const results = new Map<GraphOp, Value>();
  for (const op of graph.ops) {
    if (!isWeighable(op) || tail.has(op)) continue;
    const [output] = op.outputs;
    const isDeep = op.inputs[0].shape[1] <= mostRows && output.shape[1] >= leastRows;
    if (isDeep) results.set(op, limits.get(output) ?? output);
  }
  return results;
}

const isWeighable = (op: GraphOp): op is ConvOp | BinaryOp =>
  op.outputs[0].shape.length === 4 &&
  (op.kind === 'conv' ||
    (op.kind === 'binary' && op.operator === 'Add' && op.inputs.every(({ data }) => data === undefined)));

/** What lies between the last activations and the outputs. */
function linearTail({ outputs }: Graph, { maker }: Links): Set<GraphOp> {
  const tail = new Set<GraphOp>();
  const values = [...outputs.values()];
  for (let value = values.pop(); value !== undefined; value = values.pop()) {
    const op = maker(value);
    if (op === undefined || (op.kind === 'unary' && op.operator.startsWith('Relu'))) continue;
    tail.add(op);
    values.push(...op.inputs);
  }
  return tail;
}

/** The pictures that operators in integers take and leave and that no limit bounds, in the order in which they are met. */
export function unboundedValues(graph: Graph, results: ReadonlyMap<GraphOp, Value>): Value[] {
  return valuesOf(results).filter((value) => !isLimited(graph, value));
}

function valuesOf(results: ReadonlyMap<GraphOp, Value>): Value[] {
  return [...new Set([...results].flatMap(([op, result]) => [...picturesOf(op), result]))];
}

const isLimited = ({ ops }: Graph, value: Value): boolean =>
  ops.some((op) => op.kind === 'unary' && op.operator === 'Relu6' && op.outputs[0] === value);

/** What an operator takes besides its weights. */
export const picturesOf = (op: GraphOp): readonly Value[] => (op.kind === 'conv' ? op.inputs.slice(0, 1) : op.inputs);

/**
 * @param bounds Smallest and largest number of each of {@link unboundedValues}, one after the other.
 * @throws Error if there are more or fewer than that.
 */
export function planInt8(graph: Graph, bounds: readonly number[]): Int8Plan {
  const results = int8Results(graph);
  const unbounded = unboundedValues(graph, results);
  if (bounds.length !== 2 * unbounded.length) {
    throw new Error(`${unbounded.length} values need a range, ${bounds.length / 2} ranges are known`);
  }
  const ranges = new Map<Value, readonly [number, number]>(valuesOf(results).map((value) => [value, [0, 6]]));
  unbounded.forEach((value, i) => {
    ranges.set(value, [bounds[2 * i], bounds[2 * i + 1]]);
  });
  return { results, ranges };
}
