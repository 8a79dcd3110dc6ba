import type { ConvOp, Graph, GraphOp, Value } from './graph.ts';

/** Who makes and who reads the values of a graph. */
export interface Links {
  /** The operator that computes a value; none for the input and for constants. */
  readonly maker: (value: Value) => GraphOp | undefined;
  /** Whether exactly one operator reads a value and it is no output. */
  readonly isReadOnce: (value: Value) => boolean;
}

export function linksOf({ ops, outputs }: Graph): Links {
  const makers = new Map<Value, GraphOp>();
  const readers = new Map<Value, number>();
  const count = (value: Value) => readers.set(value, (readers.get(value) ?? 0) + 1);
  for (const op of ops) {
    for (const output of op.outputs) makers.set(output, op);
    for (const input of new Set(op.inputs)) count(input);
  }
  // An output is read by the caller as well, so that it counts as two.
  for (const output of outputs.values()) {
    count(output);
    count(output);
  }
  return { maker: (value) => makers.get(value), isReadOnce: (value) => readers.get(value) === 1 };
}

/** A convolution that looks at each place of the picture by itself and at all channels of it. */
export function isPointwise(op: GraphOp | undefined): op is ConvOp {
  if (op?.kind !== 'conv' || op.groups !== 1) return false;
  const { top, left, bottom, right } = op.margins;
  const [, , rows, columns] = op.inputs[1].shape;
  return rows === 1 && columns === 1 && `${op.strides}` === '1,1' && top + left + bottom + right === 0;
}

/** The numbers of a constant of real numbers. @throws Error if it is computed. */
export function numbersOf(value: Value): Float32Array {
  if (!(value.data instanceof Float32Array)) throw new Error(`[${value.shape}] must be a constant of real numbers`);
  return value.data;
}
