import { convAttributes, pads } from './conv-attributes.ts';
import type { Graph, GraphOp, UnaryOp, Value } from './graph.ts';
import type { Int8Plan } from './int8-plan.ts';
import { Int8Writer } from './int8-writer.ts';
import { linksOf } from './links.ts';
import { type Attribute, OnnxFile, onnxDataType } from './onnx-file.ts';
import { channelsFirstAxis, type Layout, shapeIn, ValueNames } from './value-names.ts';

/**
 * Writes a graph as an ONNX model. The input and the outputs keep the graph's layout; in between, pictures have their
 * channels first, which is what ONNX's convolutions take.
 *
 * @param name The model's own name. @param inputName The input's name; the outputs have the graph's.
 * @param plan What is to be computed in 8-bit integers, nothing by default.
 */
export function graphToOnnx(graph: Graph, name: string, inputName: string, plan?: Int8Plan): Uint8Array {
  const file = new OnnxFile();
  const names = new ValueNames(file, graph, inputName);
  // Arithmetic on the picture itself is then done with its channels first as well, which is faster.
  if (graph.input.shape.length === 4) names.read(graph.input, 'channelsFirst');
  const { maker } = linksOf(graph);
  const int8 = plan === undefined ? null : new Int8Writer(file, names, plan);
  for (const op of graph.ops) {
    if (int8?.write(op)) continue;
    if (op.kind === 'unary' && op.operator === 'Relu6' && maker(op.inputs[0])?.kind !== 'conv') {
      writeLoneRelu6(file, names, op);
    } else {
      writeOp(file, names, op);
    }
  }
  for (const value of graph.outputs.values()) names.read(value, 'plain');
  const outputs = [...graph.outputs].map(([output, { type, shape }]) => ({ name: output, type, shape }));
  return file.finish(name, { name: inputName, type: graph.input.type, shape: graph.input.shape }, outputs);
}

/** The layout that an operator works in: channels first wherever the operator asks for it or its inputs have it. */
function layoutOf(op: GraphOp, names: ValueNames): Layout {
  switch (op.kind) {
    case 'conv':
    case 'maxPool':
    case 'resize':
    case 'depthToSpace':
      return 'channelsFirst';
    case 'pad':
    case 'binary':
    case 'unary':
    case 'cast':
    case 'concat': {
      const isPicture = op.outputs[0].shape.length === 4;
      return isPicture && op.inputs.every((input) => names.has(input, 'channelsFirst')) ? 'channelsFirst' : 'plain';
    }
    default:
      return 'plain';
  }
}

/** An operator in ONNX's terms: its name, its inputs' names and its attributes. */
type NodeParts = readonly [string, readonly string[], Readonly<Record<string, Attribute>>?];

function writeOp(file: OnnxFile, names: ValueNames, op: GraphOp): void {
  const layout = layoutOf(op, names);
  const constant: WriteConstant = (shape, data) => {
    const name = names.fresh();
    file.constant(name, shape, data);
    return name;
  };
  const [operator, inputs, attributes] = nodeParts(op, layout, names, constant);
  const outputs = op.outputs.map((output) => names.create(output, layout));
  file.node(operator, inputs, outputs, attributes);
}

/**
 * A limit that follows no convolution. The runtime has none for the blocks of channels that its convolutions work on and would
 * reorder the picture twice for it, so that a convolution that changes nothing takes it along.
 */
function writeLoneRelu6(file: OnnxFile, names: ValueNames, op: UnaryOp): void {
  const layout = layoutOf(op, names);
  if (layout === 'plain') {
    writeOp(file, names, op);
    return;
  }
  const channels = op.inputs[0].shape[3];
  const filter = names.fresh();
  file.constant(filter, [channels, 1, 1, 1], new Float32Array(channels).fill(1));
  const same: Value = { ...op.inputs[0] };
  file.node('Conv', [names.read(op.inputs[0], layout), filter], [names.create(same, layout)], {
    group: { integer: channels },
  });
  writeOp(file, names, { ...op, inputs: [same] });
}

type WriteConstant = (shape: readonly number[], data: Float32Array | Int32Array) => string;

function nodeParts(op: GraphOp, layout: Layout, names: ValueNames, constant: WriteConstant): NodeParts {
  const vector = (numbers: readonly number[]): string => constant([numbers.length], Int32Array.from(numbers));
  const first = names.read(op.inputs[0], layout);
  switch (op.kind) {
    case 'conv': {
      const weights = op.inputs.slice(1).map((input) => names.read(input, 'plain'));
      return ['Conv', [first, ...weights], convAttributes(op)];
    }
    case 'maxPool':
      return ['MaxPool', [first], { kernel_shape: op.window, pads: pads(op.margins), strides: op.strides }];
    case 'pad':
      return ['Pad', [first, vector([...shapeIn(layout, op.before), ...shapeIn(layout, op.after)])]];
    case 'resize': {
      const target = resizeTarget(op.inputs[0].shape, op.outputs[0].shape, constant);
      return ['Resize', [first, '', ...target], { mode: 'linear', coordinate_transformation_mode: op.sampling }];
    }
    case 'depthToSpace':
      return ['DepthToSpace', [first], { blocksize: { integer: op.blockSize }, mode: 'DCR' }];
    case 'unary':
      if (op.operator !== 'Relu6') return [op.operator, [first]];
      return ['Clip', [first, constant([], Float32Array.of(0)), constant([], Float32Array.of(6))]];
    case 'binary':
      return [op.operator, [first, names.read(op.inputs[1], layout)]];
    case 'cast':
      return ['Cast', [first], { to: { integer: onnxDataType(op.outputs[0].type) } }];
    case 'concat': {
      const axis = layout === 'plain' ? op.axis : channelsFirstAxis(op.axis);
      return ['Concat', op.inputs.map((input) => names.read(input, layout)), { axis: { integer: axis } }];
    }
    case 'split':
      return ['Split', [first], { axis: { integer: op.axis } }];
    case 'argMax':
      return ['ArgMax', [first], { axis: { integer: op.axis }, keepdims: { integer: 0 } }];
    case 'reshape':
      return ['Reshape', [first, vector(op.outputs[0].shape)]];
    case 'gatherNd':
      return ['GatherND', [first, names.read(op.inputs[1], layout)]];
  }
}

/** Scales where they are whole, since the runtime is faster with them; the exact size otherwise. */
function resizeTarget(from: readonly number[], to: readonly number[], constant: WriteConstant): string[] {
  const scales = shapeIn('channelsFirst', to).map((size, axis) => size / shapeIn('channelsFirst', from)[axis]);
  if (scales.every(Number.isInteger)) return [constant([4], Float32Array.from(scales))];
  return ['', constant([4], Int32Array.from(shapeIn('channelsFirst', to)))];
}
