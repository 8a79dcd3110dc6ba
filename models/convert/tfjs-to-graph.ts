import type { BinaryOp, Graph, Value } from './graph.ts';
import { GraphBuilder } from './graph-builder.ts';
import { permute } from './permute.ts';
import { readTfjsWeights, type WeightEntry } from './tfjs-weights.ts';

/** The parts of a TensorFlow.js graph model's JSON that are read. Texts inside attributes are base64. */
interface TfjsModel {
  readonly modelTopology: { readonly node: readonly TfjsNode[] };
  readonly weightsManifest: readonly { readonly weights: readonly WeightEntry[] }[];
}

interface TfjsNode {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr?: Readonly<Record<string, TfjsAttribute>>;
}

interface TfjsAttribute {
  readonly i?: string;
  readonly s?: string;
  readonly b?: boolean;
  readonly type?: string;
  readonly shape?: { readonly dim: readonly { readonly size: string }[] };
  readonly list?: { readonly i?: readonly string[]; readonly s?: readonly string[] };
}

/**
 * Reads a TensorFlow.js graph model whose input is a picture, [1, rows, columns, 3], of integers from 0 to 255.
 * The graph takes them as real numbers, so that a resampled picture need not be rounded.
 *
 * @param json The model's JSON file. @param weights Its only weight file.
 * @param outputs Names of the nodes to keep as outputs, under the names they are to have.
 * @throws Error at a node that is not known.
 */
export function tfjsToGraph(json: string, weights: Uint8Array, outputs: ReadonlyMap<string, string>): Graph {
  const model = JSON.parse(json) as TfjsModel;
  const { node: nodes } = model.modelTopology;
  const placeholder = nodes.find((node) => node.op === 'Placeholder');
  const shape = placeholder?.attr?.shape?.shape?.dim.map(({ size }) => Number(size));
  if (placeholder === undefined || shape === undefined) throw new Error('the model has no input of a fixed size');
  const builder = new GraphBuilder({ shape, type: 'float32' });
  const constants = readTfjsWeights(
    model.weightsManifest.flatMap((group) => group.weights),
    weights,
  );
  const values = new Map<string, readonly Value[]>([[placeholder.name, [builder.input]]]);
  for (const [name, value] of constants) values.set(name, [value]);
  const read = (reference: string): Value => {
    const [name, port = '0'] = reference.split(':');
    const value = values.get(name)?.[Number(port)];
    if (value === undefined) throw new Error(`${reference} is used before it is computed`);
    return value;
  };
  for (const node of nodes) {
    if (node.op === 'Placeholder' || node.op === 'Const') continue;
    // A name with a caret only asks for an order of execution.
    const inputs = (node.input ?? []).filter((name) => !name.startsWith('^')).map(read);
    values.set(node.name, append(builder, node, inputs));
  }
  return builder.finish(new Map([...outputs].map(([name, source]) => [name, read(source)])));
}

const arithmetic: Readonly<Record<string, BinaryOp['operator']>> = {
  AddV2: 'Add',
  Sub: 'Sub',
  Mul: 'Mul',
  RealDiv: 'Div',
  // Only ever divides indices, which are not negative.
  FloorDiv: 'Div',
};

function append(builder: GraphBuilder, node: TfjsNode, inputs: readonly Value[]): readonly Value[] {
  const [input, second] = inputs;
  const operator = arithmetic[node.op];
  if (operator !== undefined) return [builder.binary(operator, input, second)];
  switch (node.op) {
    case '_FusedConv2D':
    case 'Conv2D':
    case 'FusedDepthwiseConv2dNative':
    case 'DepthwiseConv2dNative':
      return [appendConv(builder, node, inputs)];
    case 'ResizeBilinear': {
      const sampling = flag(node, 'align_corners')
        ? 'align_corners'
        : flag(node, 'half_pixel_centers')
          ? 'half_pixel'
          : 'asymmetric';
      return [builder.resize(input, integers(second), sampling)];
    }
    case 'SquaredDifference': {
      const difference = builder.binary('Sub', input, second);
      return [builder.binary('Mul', difference, difference)];
    }
    case 'Sigmoid':
    case 'Sqrt':
      return [builder.unary(node.op, input)];
    case 'Cast':
      return [builder.cast(input, node.attr?.DstT?.type === 'DT_FLOAT' ? 'float32' : 'int32')];
    case 'Identity':
      return [input];
    case 'Reshape':
      return [builder.reshape(input, integers(second))];
    case 'ExpandDims':
      return [builder.expand(input, integers(second)[0])];
    case 'Squeeze': {
      const dropped = node.attr?.squeeze_dims?.list?.i?.map(Number) ?? [];
      return [
        builder.reshape(
          input,
          input.shape.filter((_, axis) => !dropped.includes(axis)),
        ),
      ];
    }
    case 'Unpack':
      return builder.unstack(input, Number(node.attr?.axis?.i ?? 0));
    case 'Pack': {
      const axis = Number(node.attr?.axis?.i ?? 0);
      return [
        builder.concat(
          inputs.map((part) => builder.expand(part, axis)),
          axis,
        ),
      ];
    }
    case 'ConcatV2':
      return [builder.concat(inputs.slice(0, -1), integers(inputs[inputs.length - 1])[0])];
    case 'ArgMax':
      return [builder.argMax(input, integers(second)[0])];
    case 'GatherNd':
      return [builder.gatherNd(input, second)];
    default:
      throw new Error(`the TensorFlow operator ${node.op} (${node.name}) cannot be converted`);
  }
}

function appendConv(builder: GraphBuilder, node: TfjsNode, [input, filter, bias]: readonly Value[]): Value {
  const isDepthwise = node.op.includes('Depthwise');
  if (!(filter.data instanceof Float32Array)) throw new Error(`${node.name} has a filter that is not constant`);
  const [rows, columns, inChannels, outChannels] = filter.shape;
  // A depthwise filter is [rows, columns, input channel, multiplier].
  const shape = isDepthwise ? [rows, columns, 1, inChannels * outChannels] : filter.shape;
  const reordered: Value = { type: 'float32', ...permute(filter.data, shape, [3, 2, 0, 1]) };
  const output = builder.conv(input, reordered, bias, isDepthwise ? inChannels : 1, {
    strides: pair(node, 'strides'),
    dilations: pair(node, 'dilations'),
    padding: text(node.attr?.padding?.s) === 'SAME' ? 'same' : 'valid',
  });
  const fused = (node.attr?.fused_ops?.list?.s ?? []).map(text).filter((name) => name !== 'BiasAdd');
  return fused.reduce((value, name) => {
    if (name !== 'Relu' && name !== 'Relu6') throw new Error(`${node.name} has the activation ${name}`);
    return builder.unary(name, value);
  }, output);
}

const text = (base64: string | undefined): string => Buffer.from(base64 ?? '', 'base64').toString();

const flag = (node: TfjsNode, name: string): boolean => node.attr?.[name]?.b ?? false;

/** Rows' and columns' part of a per-axis attribute. */
function pair(node: TfjsNode, name: string): [number, number] {
  const [, rows = 1, columns = 1] = (node.attr?.[name]?.list?.i ?? []).map(Number);
  return [rows, columns];
}

function integers(value: Value): number[] {
  if (!(value.data instanceof Int32Array)) throw new Error('a shape or axis must be constant');
  return [...value.data];
}
