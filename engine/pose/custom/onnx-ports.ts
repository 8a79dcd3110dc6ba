import { protobufFields } from './protobuf-fields.ts';

/** An input or output of an ONNX file. */
export interface OnnxPort {
  readonly name: string;
  /** ONNX's name of the element type, such as `float32`. */
  readonly type: string;
  /** Sizes of the axes, a number or a name where it may vary; null where the file does not say. */
  readonly shape: readonly (number | string)[] | null;
}

export interface OnnxPorts {
  readonly inputs: readonly OnnxPort[];
  readonly outputs: readonly OnnxPort[];
}

/** ONNX's `TensorProto.DataType`, by number. */
const elementTypes = [
  '?',
  'float32',
  'uint8',
  'int8',
  'uint16',
  'int16',
  'int32',
  'int64',
  'string',
  'bool',
  'float16',
];

/** Reads what goes in and out of an ONNX model. Constants, which old files list as inputs, are left out. @throws RangeError. */
export function onnxPorts(model: Uint8Array): OnnxPorts {
  const [graph] = messages(model, 7);
  if (graph === undefined) throw new RangeError('there is no graph in it');
  const inputs: OnnxPort[] = [];
  const outputs: OnnxPort[] = [];
  const constants = new Set<string>();
  for (const { field, value } of protobufFields(graph)) {
    if (typeof value === 'number') continue;
    if (field === 5) constants.add(text(value, 8));
    if (field === 11) inputs.push(port(value));
    if (field === 12) outputs.push(port(value));
  }
  return { inputs: inputs.filter(({ name }) => !constants.has(name)), outputs };
}

/** A port in one line, such as `image float32 [batch, 3, 256, 192]`. */
export const portText = ({ name, type, shape }: OnnxPort): string =>
  `${name} ${type} ${shape === null ? '[…]' : `[${shape.join(', ')}]`}`;

function port(valueInfo: Uint8Array): OnnxPort {
  const [tensor] = messages(valueInfo, 2).flatMap((type) => messages(type, 1));
  if (tensor === undefined) return { name: text(valueInfo, 1), type: 'no tensor', shape: null };
  const element = [...protobufFields(tensor)].find(({ field }) => field === 1)?.value;
  const [shape] = messages(tensor, 2);
  return {
    name: text(valueInfo, 1),
    type: elementTypes[Number(element)] ?? `type ${element}`,
    shape: shape === undefined ? null : messages(shape, 1).map(axisSize),
  };
}

/** An axis without a size is written `?`, as are sizes of less than one, with which some exporters mean the same. */
function axisSize(dimension: Uint8Array): number | string {
  for (const { field, value } of protobufFields(dimension)) {
    if (field === 1 && typeof value === 'number' && value > 0 && Number.isSafeInteger(value)) return value;
    if (field === 2 && typeof value !== 'number' && value.length > 0) return new TextDecoder().decode(value);
  }
  return '?';
}

const messages = (message: Uint8Array, wanted: number): Uint8Array[] =>
  [...protobufFields(message)].flatMap(({ field, value }) =>
    field === wanted && typeof value !== 'number' ? [value] : [],
  );

const text = (message: Uint8Array, wanted: number): string =>
  new TextDecoder().decode(messages(message, wanted)[0] ?? new Uint8Array());
