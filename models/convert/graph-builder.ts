import type { BinaryOp, ElementType, Graph, GraphOp, ResizeOp, UnaryOp, Value } from './graph.ts';
import { slideWindow, type Window } from './window.ts';

/** Number of elements of a shape. */
export const elementCount = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

const rowsAndColumns = (value: Value): readonly [number, number] => [value.shape[1], value.shape[2]];

/** Appends operators to a graph, working out the shape of every result. Each method returns the operator's result. */
export class GraphBuilder {
  readonly #ops: GraphOp[] = [];
  readonly input: Value;

  constructor(input: Value) {
    this.input = input;
  }

  finish(outputs: ReadonlyMap<string, Value>): Graph {
    return { input: this.input, ops: this.#ops, outputs };
  }

  /** @param filter Constant [output channels, input channels per group, rows, columns]. */
  conv(picture: Value, filter: Value, bias: Value | undefined, groups: number, window: Omit<Window, 'size'>): Value {
    const [channels, , rows, columns] = filter.shape;
    const { margins, places } = slideWindow(rowsAndColumns(picture), { ...window, size: [rows, columns] });
    const output = result([picture.shape[0], ...places, channels]);
    const inputs = bias === undefined ? [picture, filter] : [picture, filter, bias];
    const { strides, dilations } = window;
    return this.#push({ kind: 'conv', inputs, outputs: [output], groups, strides, dilations, margins });
  }

  maxPool(picture: Value, window: Window): Value {
    const { margins, places } = slideWindow(rowsAndColumns(picture), window);
    const outputs = [result([picture.shape[0], ...places, picture.shape[3]])];
    return this.#push({
      kind: 'maxPool',
      inputs: [picture],
      outputs,
      window: window.size,
      strides: window.strides,
      margins,
    });
  }

  pad(input: Value, before: readonly number[], after: readonly number[]): Value {
    const shape = input.shape.map((size, axis) => before[axis] + size + after[axis]);
    return this.#push({ kind: 'pad', inputs: [input], outputs: [result(shape)], before, after });
  }

  resize(picture: Value, size: readonly number[], sampling: ResizeOp['sampling']): Value {
    const outputs = [result([picture.shape[0], size[0], size[1], picture.shape[3]])];
    return this.#push({ kind: 'resize', inputs: [picture], outputs, sampling });
  }

  depthToSpace(picture: Value, blockSize: number): Value {
    const [batch, rows, columns, channels] = picture.shape;
    const outputs = [result([batch, rows * blockSize, columns * blockSize, channels / blockSize ** 2])];
    return this.#push({ kind: 'depthToSpace', inputs: [picture], outputs, blockSize });
  }

  binary(operator: BinaryOp['operator'], left: Value, right: Value): Value {
    const outputs = [result(broadcast(left.shape, right.shape), left.type)];
    return this.#push({ kind: 'binary', operator, inputs: [left, right], outputs });
  }

  unary(operator: UnaryOp['operator'], input: Value): Value {
    return this.#push({ kind: 'unary', operator, inputs: [input], outputs: [result(input.shape)] });
  }

  cast(input: Value, type: ElementType): Value {
    if (input.type === type) return input;
    return this.#push({ kind: 'cast', inputs: [input], outputs: [result(input.shape, type)] });
  }

  /** @param shape One size may be -1: it takes what the others leave. */
  reshape(input: Value, shape: readonly number[]): Value {
    const rest = elementCount(shape.filter((size) => size !== -1));
    const known = shape.map((size) => (size === -1 ? elementCount(input.shape) / rest : size));
    if (elementCount(known) !== elementCount(input.shape)) throw new Error(`[${input.shape}] cannot become [${shape}]`);
    if (input.data !== undefined) return { ...input, shape: known };
    return this.#push({ kind: 'reshape', inputs: [input], outputs: [result(known, input.type)] });
  }

  /** Inserts an axis of size 1. @param axis Its place in the result; -1 is the last. */
  expand(input: Value, axis: number): Value {
    const place = axis < 0 ? axis + input.shape.length + 1 : axis;
    return this.reshape(input, [...input.shape.slice(0, place), 1, ...input.shape.slice(place)]);
  }

  concat(inputs: readonly Value[], axis: number): Value {
    if (inputs.length === 1) return inputs[0];
    const [first] = inputs;
    const place = axis < 0 ? axis + first.shape.length : axis;
    const joined = inputs.reduce((sum, input) => sum + input.shape[place], 0);
    return this.#push({
      kind: 'concat',
      inputs,
      outputs: [result(first.shape.with(place, joined), first.type)],
      axis: place,
    });
  }

  /** Cuts an axis into parts of size 1 and drops it from each. */
  unstack(input: Value, axis: number): Value[] {
    const partCount = input.shape[axis];
    const dropped = input.shape.toSpliced(axis, 1);
    if (partCount === 1) return [this.reshape(input, dropped)];
    const parts = Array.from({ length: partCount }, () => result(input.shape.with(axis, 1), input.type));
    this.#ops.push({ kind: 'split', inputs: [input], outputs: parts, axis });
    return parts.map((part) => this.reshape(part, dropped));
  }

  /** Index of the first largest element along an axis, which the result drops. */
  argMax(input: Value, axis: number): Value {
    return this.#push({
      kind: 'argMax',
      inputs: [input],
      outputs: [result(input.shape.toSpliced(axis, 1), 'int32')],
      axis,
    });
  }

  gatherNd(data: Value, indices: Value): Value {
    const coordinates = indices.shape.at(-1) ?? 0;
    const shape = [...indices.shape.slice(0, -1), ...data.shape.slice(coordinates)];
    return this.#push({ kind: 'gatherNd', inputs: [data, indices], outputs: [result(shape, data.type)] });
  }

  #push(op: GraphOp): Value {
    this.#ops.push(op);
    return op.outputs[0];
  }
}

const result = (shape: readonly number[], type: ElementType = 'float32'): Value => ({ shape, type });

/** The common shape of two operands: aligned at the last axis, a size of 1 stretches. */
function broadcast(left: readonly number[], right: readonly number[]): number[] {
  const rank = Math.max(left.length, right.length);
  return Array.from({ length: rank }, (_, axis) => {
    const [a, b] = [left, right].map((shape) => shape[axis - rank + shape.length] ?? 1);
    if (a !== b && a !== 1 && b !== 1) throw new Error(`[${left}] and [${right}] do not fit together`);
    return a === 1 ? b : a;
  });
}
