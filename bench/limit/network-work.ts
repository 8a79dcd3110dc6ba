import type { Graph, GraphOp, Value } from '../../models/convert/graph.ts';
import { networkGraph } from '../../models/convert-model.ts';
import { modelRegistry, type NetworkId } from '../../models/registry.ts';
import { packageFolder, readSourceFiles } from '../../models/source-files.ts';
import { sum } from '../statistics.ts';

/** What one frame asks of the processor. */
export interface NetworkWork {
  /** Multiplications and additions of the convolutions; all else is a few per cent. */
  readonly flops: number;
  readonly weightBytes: number;
  /**
   * What every operator reads and writes, weights aside. Activation functions count as part of the operator before them, and a
   * change of shape as nothing.
   */
  readonly activationBytes: number;
  readonly outputBytes: number;
}

/** Counts a network's work in the graph that is converted. */
export async function networkWork(id: NetworkId): Promise<NetworkWork> {
  const spec = modelRegistry[id];
  return countWork(networkGraph(spec, await readSourceFiles(spec, packageFolder(spec.package.name))));
}

export function countWork({ ops, outputs }: Graph): NetworkWork {
  const constants = new Set(ops.flatMap(({ inputs }) => inputs.filter(isConstant)));
  return {
    flops: sum(ops.map(flopsOf)),
    weightBytes: sum([...constants].map(bytesOf)),
    activationBytes: sum(ops.map(activationsOf)),
    outputBytes: sum([...outputs.values()].map(bytesOf)),
  };
}

function flopsOf(op: GraphOp): number {
  if (op.kind !== 'conv') return 0;
  const [, inputsPerGroup, rows, columns] = op.inputs[1].shape;
  return 2 * elements(op.outputs[0]) * inputsPerGroup * rows * columns;
}

function activationsOf({ kind, inputs, outputs }: GraphOp): number {
  if (kind === 'unary' || kind === 'reshape' || kind === 'cast') return 0;
  return sum([...inputs.filter((input) => !isConstant(input)), ...outputs].map(bytesOf));
}

const isConstant = ({ data }: Value): boolean => data !== undefined;
const elements = ({ shape }: Value): number => shape.reduce((product, size) => product * size, 1);
const bytesOf = (value: Value): number => 4 * elements(value);
