import { foldGain } from './fold-gain.ts';
import { gatherFirst } from './gather-first.ts';
import type { Graph } from './graph.ts';
import { mergeLinear } from './merge-linear.ts';
import { resizeLast } from './resize-last.ts';
import { simplify } from './simplify.ts';

/** Arranges a network so that it takes less time for the same result, save the rounding of single-precision numbers. */
export function optimise(graph: Graph): Graph {
  return simplify(gatherFirst(mergeLinear(resizeLast(foldGain(simplify(graph))))));
}
