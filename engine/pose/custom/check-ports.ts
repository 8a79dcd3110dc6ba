import type { NetworkDescription } from './description-schema.ts';
import { type OnnxPort, type OnnxPorts, portText } from './onnx-ports.ts';
import { unfit } from './unfit.ts';

/** What a description makes of a port. */
interface WantedPort {
  readonly name: string;
  /** Sizes of the axes, null where any will do. */
  readonly shape: readonly (number | null)[];
}

/**
 * Checks that a network's file has the input and the outputs that its description names, as far as the file tells their shapes.
 *
 * @throws StrideError `invalid_network_description` with what the file has.
 */
export function checkPorts(description: NetworkDescription, ports: OnnxPorts): void {
  const has = `the file has the input ${list(ports.inputs)} and the output ${list(ports.outputs)}`;
  check('input', inputOf(description), ports.inputs, has);
  if (ports.inputs.length > 1) throw unfit(`a network of one input is needed; ${has}`);
  for (const wanted of outputsOf(description)) check('output', wanted, ports.outputs, has);
}

function check(kind: string, { name, shape }: WantedPort, ports: readonly OnnxPort[], has: string): void {
  const port = ports.find((other) => other.name === name);
  if (port === undefined) throw unfit(`there is no ${kind} ${name}; ${has}`);
  if (port.type !== 'float32') throw unfit(`the ${kind} ${name} is not float32; ${has}`);
  const sizes = port.shape;
  if (sizes === null || shape.length === 0) return;
  const fits = (size: number | string, axis: number) =>
    typeof size === 'string' || shape[axis] === null || shape[axis] === size;
  if (sizes.length !== shape.length || !sizes.every(fits)) {
    const wanted = shape.map((size) => size ?? '?').join(', ');
    throw unfit(`the ${kind} ${name} is not [${wanted}], as the description says; ${has}`);
  }
}

const list = (ports: readonly OnnxPort[]): string => ports.map(portText).join(', ') || 'none';

/** The shape of the input's tensor. */
export function inputShape({ input }: NetworkDescription): [number, number, number, number] {
  const { layout, widthPx, heightPx } = input;
  return layout === 'nhwc' ? [1, heightPx, widthPx, 3] : [1, 3, heightPx, widthPx];
}

/** The outputs that are read. */
export const outputNames = (description: NetworkDescription): string[] =>
  outputsOf(description).map(({ name }) => name);

const inputOf = (description: NetworkDescription): WantedPort => ({
  name: description.input.name,
  shape: inputShape(description),
});

function outputsOf({ input, output: { heatmap, simcc, regression }, keypoints }: NetworkDescription): WantedPort[] {
  const points = keypoints.length;
  const wanted: WantedPort[] = [];
  if (heatmap !== undefined) {
    const shape = heatmap.layout === 'nhwc' ? [1, null, null, points] : [1, points, null, null];
    wanted.push({ name: heatmap.name, shape });
  }
  if (simcc !== undefined) {
    const bins = (sidePx: number) => [1, points, Math.round(sidePx * simcc.splitRatio)];
    wanted.push({ name: simcc.x, shape: bins(input.widthPx) }, { name: simcc.y, shape: bins(input.heightPx) });
  }
  // The numbers of a regression come in any shape; the first run shows how many there are.
  if (regression !== undefined) wanted.push({ name: regression.name, shape: [] });
  return wanted;
}
