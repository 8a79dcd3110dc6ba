import { readFileSync } from 'node:fs';
import type { Contender } from '../contender/contender.ts';
import { flopsPerTurn, fmaKernel } from './fma-kernel.ts';

export interface FmaRate {
  /** Of four lanes at a time, one core, GFLOPS. */
  readonly fourLanes: number;
  /** How many times as many lanes the processor's own instructions take. */
  readonly widening: 1 | 2;
}

/** What is used of WebAssembly, which Node's types leave out. */
interface Assembly {
  instantiate(
    bytes: Uint8Array,
  ): Promise<{ readonly instance: { readonly exports: Readonly<Record<string, unknown>> } }>;
}

const turns = 2_000_000;

/** Until Node 21, V8 needs to be told. */
export const fmaNodeOptions = ['--experimental-wasm-relaxed-simd'] as const;

/** The rate of fused multiply-adds on one core: the best of as many turns as are asked for. */
export async function open(): Promise<Contender<FmaRate>> {
  const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: Assembly };
  const { instance } = await WebAssembly.instantiate(fmaKernel());
  const run = instance.exports.run as (turns: number) => number;
  // Compiled in earnest only after it has run a while.
  run(turns);
  return {
    async round(rounds) {
      let best = 0;
      for (let round = 0; round < rounds; round++) {
        const start = performance.now();
        run(turns);
        best = Math.max(best, (turns * flopsPerTurn) / (performance.now() - start) / 1e6);
      }
      return { fourLanes: best, widening: hasEightLanes() ? 2 : 1 };
    },
  };
}

function hasEightLanes(): boolean {
  try {
    return /^flags\s*:.*\bavx2\b.*$/m.test(readFileSync('/proc/cpuinfo', 'utf8'));
  } catch (error) {
    // Elsewhere than on Linux the narrower rate stands, which sgemm then exceeds.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
