import type { Contender } from '../contender/contender.ts';

export interface MemoryRate {
  /** Bytes read plus bytes written, GB/s. */
  readonly gbps: number;
}

/** Many times what caches hold. */
const bytes = 256e6;

/** The rate at which one core copies memory: the best of as many copies as are asked for. */
export async function open(): Promise<Contender<MemoryRate>> {
  const from = new Float64Array(bytes / 8).fill(1);
  const to = new Float64Array(bytes / 8).fill(2);
  return {
    async round(rounds) {
      let best = 0;
      for (let round = 0; round < rounds; round++) {
        const start = performance.now();
        to.set(from);
        best = Math.max(best, (2 * bytes) / (performance.now() - start) / 1e6);
      }
      return { gbps: best };
    },
  };
}
