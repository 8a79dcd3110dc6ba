import type { ConvOp, Graph, GraphOp, MaxPoolOp, UnaryOp, Value } from './graph.ts';
import { permute } from './permute.ts';
import { attribute, type TfjsAttribute, TfjsFile, type TfjsModel } from './tfjs-file.ts';
import { type Padding, slideWindow, type Window } from './window.ts';

/**
 * Writes a graph as a TensorFlow.js graph model. Input and outputs have the names and layout of the graph. Bias and activation
 * become part of their convolution, which is how TensorFlow.js runs them fastest.
 */
export function graphToTfjs(graph: Graph, inputName: string): TfjsModel {
  const file = new TfjsFile();
  const names = new Map<Value, string>([[graph.input, inputName]]);
  const read = (value: Value): string => {
    const name = names.get(value) ?? (value.data === undefined ? undefined : file.constant(value));
    if (name === undefined) throw new Error(`[${value.shape}] is read before it is computed`);
    names.set(value, name);
    return name;
  };
  const activations = fusedActivations(graph);
  const fused = new Set(activations.values());
  file.input(inputName, graph.input);
  let count = 0;
  for (const op of graph.ops) {
    if (op.kind === 'unary' && fused.has(op)) continue;
    const activation = op.kind === 'conv' ? activations.get(op) : undefined;
    const name = `v${count++}`;
    writeOp({ file, read, name }, op, activation);
    const outputs = activation?.outputs ?? op.outputs;
    outputs.forEach((output, port) => {
      names.set(output, port === 0 ? name : `${name}:${port}`);
    });
  }
  for (const [name, value] of graph.outputs) file.node('Identity', name, [read(value)]);
  return file.finish([inputName, graph.input], graph.outputs);
}

/** The activations that alone read a convolution's result, by that convolution. */
function fusedActivations({ ops, outputs }: Graph): Map<ConvOp, UnaryOp> {
  const convs = new Map<Value, ConvOp>();
  const readers = new Map<Value, number>();
  for (const value of [...outputs.values(), ...ops.flatMap((op) => op.inputs)]) {
    readers.set(value, (readers.get(value) ?? 0) + 1);
  }
  const found = new Map<ConvOp, UnaryOp>();
  for (const op of ops) {
    if (op.kind === 'conv') convs.set(op.outputs[0], op);
    if (op.kind !== 'unary' || !op.operator.startsWith('Relu')) continue;
    const conv = convs.get(op.inputs[0]);
    if (conv !== undefined && conv.inputs.length === 3 && readers.get(op.inputs[0]) === 1) found.set(conv, op);
  }
  return found;
}

interface Place {
  readonly file: TfjsFile;
  readonly read: (value: Value) => string;
  /** The name of the operator's node. */
  readonly name: string;
}

const vector = (numbers: readonly number[]): Value => ({
  shape: [numbers.length],
  type: 'int32',
  data: Int32Array.from(numbers),
});
const scalar = (number: number): Value => ({ shape: [], type: 'int32', data: Int32Array.of(number) });

function writeOp(place: Place, op: GraphOp, activation: UnaryOp | undefined): void {
  if (op.kind === 'conv') {
    writeConv(place, op, activation);
  } else {
    const [kind, inputs, attributes] = nodeParts(op);
    place.file.node(kind, place.name, inputs.map(place.read), attributes);
  }
}

/** An operator in TensorFlow's terms: its name, its inputs and its attributes. */
type NodeParts = readonly [string, readonly Value[], Readonly<Record<string, TfjsAttribute>>?];

function nodeParts(op: Exclude<GraphOp, ConvOp>): NodeParts {
  const [output] = op.outputs;
  switch (op.kind) {
    case 'maxPool': {
      const padding = paddingOf(op, { size: op.window, strides: op.strides, dilations: [1, 1] });
      if (padding === undefined) throw new Error('a maximum over a window with other margins cannot be written');
      const { window, strides } = op;
      const attributes = { ksize: perAxis(window), strides: perAxis(strides), padding: paddingText(padding) };
      return ['MaxPool', op.inputs, attributes];
    }
    case 'pad':
      return ['Pad', [op.inputs[0], paddings(op.before, op.after)]];
    case 'resize': {
      const flags = {
        align_corners: attribute.flag(op.sampling === 'align_corners'),
        half_pixel_centers: attribute.flag(op.sampling === 'half_pixel'),
      };
      return ['ResizeBilinear', [op.inputs[0], vector(output.shape.slice(1, 3))], flags];
    }
    case 'depthToSpace': {
      const attributes = { block_size: attribute.integer(op.blockSize), data_format: attribute.text('NHWC') };
      return ['DepthToSpace', op.inputs, attributes];
    }
    case 'unary':
      return [op.operator, op.inputs];
    case 'binary':
      return [(output.type === 'int32' ? integerOperators : realOperators)[op.operator], op.inputs];
    case 'cast':
      return ['Cast', op.inputs, { SrcT: attribute.type(op.inputs[0].type), DstT: attribute.type(output.type) }];
    case 'reshape':
      return ['Reshape', [op.inputs[0], vector(output.shape)]];
    case 'concat':
      return ['ConcatV2', [...op.inputs, scalar(op.axis)], { N: attribute.integer(op.inputs.length) }];
    case 'split':
      return ['Split', [scalar(op.axis), op.inputs[0]], { num_split: attribute.integer(op.outputs.length) }];
    case 'argMax':
      return ['ArgMax', [op.inputs[0], scalar(op.axis)]];
    case 'gatherNd':
      return ['GatherNd', op.inputs];
  }
}

const realOperators = { Add: 'AddV2', Sub: 'Sub', Mul: 'Mul', Div: 'RealDiv' } as const;
const integerOperators = { ...realOperators, Div: 'FloorDiv' } as const;

function writeConv({ file, read, name }: Place, op: ConvOp, activation: UnaryOp | undefined): void {
  const [picture, filter, bias] = op.inputs;
  const isDepthwise = op.groups > 1;
  if (isDepthwise && op.groups !== picture.shape[3]) throw new Error(`${op.groups} groups cannot be written`);
  const [, , rows, columns] = filter.shape;
  const padding = paddingOf(op, { size: [rows, columns], strides: op.strides, dilations: op.dilations });
  const attributes = {
    strides: perAxis(op.strides),
    dilations: perAxis(op.dilations),
    padding: paddingText(padding ?? 'valid'),
    data_format: attribute.text('NHWC'),
  };
  let from = read(picture);
  if (padding === undefined) {
    const { top, left, bottom, right } = op.margins;
    file.node('Pad', `${name}/padded`, [from, read(paddings([0, top, left, 0], [0, bottom, right, 0]))]);
    from = `${name}/padded`;
  }
  const weights = read(tensorFlowFilter(filter, op.groups));
  if (bias === undefined) {
    file.node(isDepthwise ? 'DepthwiseConv2dNative' : 'Conv2D', name, [from, weights], attributes);
    return;
  }
  file.node(isDepthwise ? 'FusedDepthwiseConv2dNative' : '_FusedConv2D', name, [from, weights, read(bias)], {
    ...attributes,
    num_args: attribute.integer(1),
    fused_ops: attribute.texts(['BiasAdd', ...(activation === undefined ? [] : [activation.operator])]),
  });
}

/** [rows, columns, input channels, output channels]; depthwise [rows, columns, input channel, results of each]. */
function tensorFlowFilter({ data, shape }: Value, groups: number): Value {
  if (!(data instanceof Float32Array)) throw new Error('a filter must be constant');
  const reordered = permute(data, shape, [2, 3, 1, 0]);
  const [outChannels, , rows, columns] = shape;
  return {
    type: 'float32',
    data: reordered.data,
    shape: groups > 1 ? [rows, columns, groups, outChannels / groups] : reordered.shape,
  };
}

/** TensorFlow's word for an operator's margins, if there is one. */
function paddingOf({ inputs, margins }: ConvOp | MaxPoolOp, window: Omit<Window, 'padding'>): Padding | undefined {
  const [, rows, columns] = inputs[0].shape;
  return (['valid', 'same'] as const).find((padding) => {
    const usual = slideWindow([rows, columns], { ...window, padding }).margins;
    return (['top', 'left', 'bottom', 'right'] as const).every((side) => usual[side] === margins[side]);
  });
}

const paddingText = (padding: Padding): TfjsAttribute => attribute.text(padding.toUpperCase());

const perAxis = ([rows, columns]: readonly [number, number]): TfjsAttribute =>
  attribute.integers([1, rows, columns, 1]);

const paddings = (before: readonly number[], after: readonly number[]): Value => ({
  shape: [before.length, 2],
  type: 'int32',
  data: Int32Array.from(before.flatMap((count, axis) => [count, after[axis]])),
});
