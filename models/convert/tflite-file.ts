import type { SparseDimension, Sparsity } from './densify.ts';
import { FlatTable } from './flatbuffer.ts';

/** A tensor of a TensorFlow Lite file. */
export interface TfliteTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: 'float32' | 'float16' | 'int32';
  /** The stored bytes; empty for a tensor that is computed. */
  readonly data: Uint8Array;
  readonly sparsity?: Sparsity;
}

/** An operator of a TensorFlow Lite file; tensors are named by index, -1 where an optional input is left out. */
export interface TfliteOperator {
  /** The number of the built-in operator in TensorFlow Lite's schema. */
  readonly code: number;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  /** The operator's own options, absent where it has none. */
  readonly options?: FlatTable;
}

/** The first subgraph of a TensorFlow Lite file. */
export interface TfliteFile {
  readonly tensors: readonly TfliteTensor[];
  readonly operators: readonly TfliteOperator[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

const types: Readonly<Record<number, TfliteTensor['type']>> = { 0: 'float32', 1: 'float16', 2: 'int32' };

/**
 * Reads a `.tflite` file (FlatBuffers, identifier TFL3); the field ids are those of TensorFlow Lite's schema, version 3.
 *
 * @throws Error if the identifier or a tensor's element type is another one.
 */
export function readTfliteFile(bytes: Uint8Array): TfliteFile {
  if (new TextDecoder().decode(bytes.subarray(4, 8)) !== 'TFL3') throw new Error('not a TensorFlow Lite file');
  const model = FlatTable.root(bytes);
  // Old files keep the code in a byte (field 0), newer ones in an int (field 3); the larger of the two counts.
  const codes = model.tables(1).map((code) => Math.max(code.int8(0), code.int32(3)));
  const graph = model.tables(2)[0];
  const buffers = model.tables(4);
  return {
    tensors: graph.tables(0).map((tensor) => readTensor(tensor, buffers)),
    inputs: graph.int32s(1),
    outputs: graph.int32s(2),
    operators: graph.tables(3).map((operator) => {
      const options = operator.table(4);
      return {
        code: codes[operator.uint32(0)],
        inputs: operator.int32s(1),
        outputs: operator.int32s(2),
        ...(options === undefined ? {} : { options }),
      };
    }),
  };
}

function readTensor(tensor: FlatTable, buffers: readonly FlatTable[]): TfliteTensor {
  const name = tensor.text(3);
  const type = types[tensor.int8(1)];
  if (type === undefined) throw new Error(`tensor ${name} has an element type that cannot be converted`);
  const sparsity = tensor.table(6);
  return {
    name,
    type,
    shape: tensor.int32s(0),
    data: buffers[tensor.uint32(2)].bytes(0),
    ...(sparsity === undefined ? {} : { sparsity: readSparsity(sparsity) }),
  };
}

function readSparsity(table: FlatTable): Sparsity {
  return { traversalOrder: table.int32s(0), blockMap: table.int32s(1), dimensions: table.tables(2).map(readDimension) };
}

function readDimension(table: FlatTable): SparseDimension {
  if (table.int8(0) === 0) return { format: 'dense', size: table.int32(1) };
  return {
    format: 'csr',
    segments: readIndices(table.uint8(2), table.table(3)),
    indices: readIndices(table.uint8(4), table.table(5)),
  };
}

/** A vector of 32-, 16- or 8-bit indices, told apart by the union's tag. */
function readIndices(tag: number, vector: FlatTable | undefined): number[] {
  if (vector === undefined) return [];
  if (tag === 1) return vector.int32s(0);
  if (tag === 2) return vector.uint16s(0);
  return [...vector.bytes(0)];
}
