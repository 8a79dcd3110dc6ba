import type { ElementType } from './graph.ts';
import { ProtobufWriter } from './protobuf-writer.ts';

/** The numbers of ONNX's `TensorProto.DataType`; the graph's integers become 64-bit, which ONNX indexes with. */
const dataTypes: Readonly<Record<ElementType, number>> = { float32: 1, int32: 7 };

/** The number by which ONNX knows an element type. */
export const onnxDataType = (type: ElementType): number => dataTypes[type];

/** The value of an operator's attribute. An integer is wrapped so that it differs from a real number. */
export type Attribute = string | readonly number[] | { readonly integer: number };

/** A tensor that goes in or out of the model. */
export interface Port {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly number[];
}

/** Collects the parts of an ONNX model and writes the file (IR version 8, operator set 13). */
export class OnnxFile {
  readonly #nodes: ProtobufWriter[] = [];
  readonly #constants: ProtobufWriter[] = [];

  /** @param inputs Names; an empty one leaves an optional input out. */
  node(
    operator: string,
    inputs: readonly string[],
    outputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
  ): void {
    const node = new ProtobufWriter();
    for (const name of inputs) node.bytes(1, name);
    for (const name of outputs) node.bytes(2, name);
    node.bytes(3, outputs[0]).bytes(4, operator);
    for (const [name, value] of Object.entries(attributes)) node.bytes(5, attribute(name, value));
    this.#nodes.push(node);
  }

  constant(name: string, shape: readonly number[], data: Float32Array | Int32Array): void {
    const isReal = data instanceof Float32Array;
    const tensor = new ProtobufWriter();
    for (const size of shape) tensor.integer(1, size);
    tensor.integer(2, onnxDataType(isReal ? 'float32' : 'int32')).bytes(8, name);
    const stored = isReal ? data : BigInt64Array.from(data, BigInt);
    this.#constants.push(tensor.bytes(9, new Uint8Array(stored.buffer, stored.byteOffset, stored.byteLength)));
  }

  /** A constant of integers of just that size. */
  integers(name: string, shape: readonly number[], data: Uint8Array | Int8Array | Int32Array): void {
    const tensor = new ProtobufWriter();
    for (const size of shape) tensor.integer(1, size);
    tensor.integer(2, data instanceof Uint8Array ? 2 : data instanceof Int8Array ? 3 : 6).bytes(8, name);
    this.#constants.push(tensor.bytes(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)));
  }

  /** @param name The graph's name. */
  finish(name: string, input: Port, outputs: readonly Port[]): Uint8Array {
    const graph = new ProtobufWriter();
    for (const node of this.#nodes) graph.bytes(1, node);
    graph.bytes(2, name);
    for (const constant of this.#constants) graph.bytes(5, constant);
    graph.bytes(11, port(input));
    for (const output of outputs) graph.bytes(12, port(output));
    return new ProtobufWriter()
      .integer(1, 8)
      .bytes(2, 'stridelab')
      .bytes(7, graph)
      .bytes(8, new ProtobufWriter().bytes(1, '').integer(2, 13))
      .finish();
  }
}

function attribute(name: string, value: Attribute): ProtobufWriter {
  const message = new ProtobufWriter().bytes(1, name);
  if (typeof value === 'string') return message.bytes(4, value).integer(20, 3);
  if ('integer' in value) return message.integer(3, value.integer).integer(20, 2);
  for (const item of value) message.integer(8, item);
  return message.integer(20, 7);
}

function port({ name, type, shape }: Port): ProtobufWriter {
  const dimensions = new ProtobufWriter();
  for (const size of shape) dimensions.bytes(1, new ProtobufWriter().integer(1, size));
  const tensor = new ProtobufWriter().integer(1, onnxDataType(type)).bytes(2, dimensions);
  return new ProtobufWriter().bytes(1, name).bytes(2, new ProtobufWriter().bytes(1, tensor));
}
