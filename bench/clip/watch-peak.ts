import { type TreeMemory, treeMemory } from './process-tree.ts';

const sampleEveryMs = 20;

/** Samples the memory of a process and all that it has started, until it is told to stop: then it gives the largest sums, or null if nothing was seen. */
export function watchPeak(pid: number): { stop(): TreeMemory | null } {
  let peak: TreeMemory | null = null;
  const timer = setInterval(() => {
    const now = treeMemory(pid);
    if (now === null) return;
    peak = {
      pssBytes: Math.max(now.pssBytes, peak?.pssBytes ?? 0),
      rssBytes: Math.max(now.rssBytes, peak?.rssBytes ?? 0),
    };
  }, sampleEveryMs);
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}
