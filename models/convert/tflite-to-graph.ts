import { densify } from './densify.ts';
import type { FlatTable } from './flatbuffer.ts';
import type { Graph, Value } from './graph.ts';
import { elementCount, GraphBuilder } from './graph-builder.ts';
import { widenHalfs } from './half-float.ts';
import { permute } from './permute.ts';
import { readTfliteFile, type TfliteOperator, type TfliteTensor } from './tflite-file.ts';
import type { Padding } from './window.ts';

/**
 * Reads a TensorFlow Lite network. Half-precision and sparse weights become dense single-precision constants.
 *
 * @param bytes A `.tflite` file.
 * @param outputs Names in the file of the outputs to keep, under the names they are to have.
 * @throws Error at an operator, activation or output that is not known.
 */
export function tfliteToGraph(bytes: Uint8Array, outputs: ReadonlyMap<string, string>): Graph {
  const file = readTfliteFile(bytes);
  const [inputIndex] = file.inputs;
  const builder = new GraphBuilder({ shape: file.tensors[inputIndex].shape, type: 'float32' });
  const values = new Map<number, Value>([[inputIndex, builder.input]]);
  const value = (index: number): Value => {
    const known = values.get(index) ?? constant(file.tensors[index]);
    values.set(index, known);
    return known;
  };
  for (const operator of file.operators) {
    const inputs = operator.inputs.filter((index) => index >= 0).map(value);
    const [outputIndex] = operator.outputs;
    const output = append(builder, operator, inputs);
    const { name, shape } = file.tensors[outputIndex];
    if (`${shape}` !== `${output.shape}`) throw new Error(`${name} is [${output.shape}], the file says [${shape}]`);
    values.set(outputIndex, output);
  }
  const kept = [...outputs].map(([name, source]): [string, Value] => {
    const index = file.outputs.find((candidate) => file.tensors[candidate].name === source);
    if (index === undefined) throw new Error(`the file has no output ${source}`);
    return [name, value(index)];
  });
  return builder.finish(new Map(kept));
}

function constant({ name, shape, type, data, sparsity }: TfliteTensor): Value {
  if (data.byteLength === 0) throw new Error(`${name} is used before it is computed`);
  if (type === 'int32') return { shape, type, data: new Int32Array(new Uint8Array(data).buffer) };
  const stored = type === 'float16' ? widenHalfs(data) : new Float32Array(new Uint8Array(data).buffer);
  const dense = sparsity === undefined ? stored : densify(stored, shape, sparsity);
  if (dense.length !== elementCount(shape)) throw new Error(`${name} has ${dense.length} numbers for [${shape}]`);
  return { shape, type: 'float32', data: dense };
}

const noOptions: Pick<FlatTable, 'int8' | 'int32' | 'bool'> = {
  int8: (_, absent = 0) => absent,
  int32: (_, absent = 0) => absent,
  bool: () => false,
};

const padding = (tag: number): Padding => (tag === 0 ? 'same' : 'valid');

function append(builder: GraphBuilder, operator: TfliteOperator, inputs: readonly Value[]): Value {
  const options = operator.options ?? noOptions;
  const [input, second, bias] = inputs;
  switch (operator.code) {
    case 0: // ADD
      return activate(builder, builder.binary('Add', input, second), options.int8(0));
    case 2: // CONCATENATION
      return activate(builder, builder.concat(inputs, options.int32(0)), options.int8(1));
    case 3: // CONV_2D
      return activate(
        builder,
        builder.conv(input, reorder(second, [0, 3, 1, 2]), bias, 1, {
          strides: [options.int32(2), options.int32(1)],
          dilations: [options.int32(5, 1), options.int32(4, 1)],
          padding: padding(options.int8(0)),
        }),
        options.int8(3),
      );
    case 4: // DEPTHWISE_CONV_2D
      return activate(
        builder,
        builder.conv(input, reorder(second, [3, 0, 1, 2]), bias, input.shape[3], {
          strides: [options.int32(2), options.int32(1)],
          dilations: [options.int32(6, 1), options.int32(5, 1)],
          padding: padding(options.int8(0)),
        }),
        options.int8(4),
      );
    case 5: // DEPTH_TO_SPACE
      return builder.depthToSpace(input, options.int32(0));
    case 6: // DEQUANTIZE
    case 124: // DENSIFY
      // Both only ever unpack constants here, which `constant` has done already.
      if (input.data === undefined) throw new Error('a computed tensor cannot be unpacked');
      return input;
    case 14: // LOGISTIC
      return builder.unary('Sigmoid', input);
    case 17: // MAX_POOL_2D
      return activate(
        builder,
        builder.maxPool(input, {
          size: [options.int32(4), options.int32(3)],
          strides: [options.int32(2), options.int32(1)],
          dilations: [1, 1],
          padding: padding(options.int8(0)),
        }),
        options.int8(5),
      );
    case 22: // RESHAPE
      return builder.reshape(input, integers(second));
    case 23: // RESIZE_BILINEAR
      return builder.resize(
        input,
        integers(second),
        options.bool(2) ? 'align_corners' : options.bool(3) ? 'half_pixel' : 'asymmetric',
      );
    case 34: {
      // PAD
      const amounts = integers(second);
      const ofSide = (side: number): number[] => amounts.filter((_, index) => index % 2 === side);
      return builder.pad(input, ofSide(0), ofSide(1));
    }
    default:
      throw new Error(`the TensorFlow Lite operator ${operator.code} cannot be converted`);
  }
}

function activate(builder: GraphBuilder, value: Value, tag: number): Value {
  if (tag === 0) return value;
  if (tag === 1) return builder.unary('Relu', value);
  if (tag === 3) return builder.unary('Relu6', value);
  throw new Error(`the activation ${tag} cannot be converted`);
}

function reorder(filter: Value, order: readonly number[]): Value {
  if (!(filter.data instanceof Float32Array)) throw new Error('a filter must be constant');
  return { type: 'float32', ...permute(filter.data, filter.shape, order) };
}

function integers(value: Value): number[] {
  if (!(value.data instanceof Int32Array)) throw new Error('a shape must be constant');
  return [...value.data];
}
