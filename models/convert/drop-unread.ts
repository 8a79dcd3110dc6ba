import type { Graph, GraphOp } from './graph.ts';

/** Removes operators whose result nobody reads. */
export function dropUnread(graph: Graph): Graph {
  const read = new Set(graph.outputs.values());
  const kept: GraphOp[] = [];
  for (const op of graph.ops.toReversed()) {
    if (!op.outputs.some((output) => read.has(output))) continue;
    for (const input of op.inputs) read.add(input);
    kept.push(op);
  }
  return { ...graph, ops: kept.reverse() };
}
