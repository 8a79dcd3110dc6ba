import { builtEntry } from '../../engine/built-entry.ts';
import { runtimeIds } from '../../engine/pose/runtime/runtime-ids.ts';
import type { NetworkId } from '../../models/registry.ts';
import type { Turn } from '../contender/contender.ts';
import { type Entrant, interleave, msPerFrame, type Pace, type Timed } from '../contender/interleave.ts';
import { startContender } from '../contender/start-contender.ts';
import type { LoopPass } from '../our-loop.ts';
import { peerBackends } from '../peer/peer-backend.ts';
import type { StrideOptions } from '../pictures/painted-stride.ts';
import { median } from '../statistics.ts';
import type { Outcome, Rounds, Stack, StackResult } from './frame-loop-results.ts';

export interface CompareOptions {
  readonly network: NetworkId;
  readonly stacks: readonly Stack[];
  readonly stride: StrideOptions;
  readonly pace: Pace;
  readonly onTurn?: () => void;
}

/** Everyone who can be measured, the default and the yardstick included. */
export const allStacks: readonly Stack[] = [
  ...runtimeIds.map((runtime) => ({ of: 'stridelab', runtime }) as const),
  ...peerBackends.map((backend) => ({ of: 'pose-detection', backend }) as const),
];

/** Frames of a turn at least. */
const leastFrames = { inference: 6, ourLoop: 30, peerLoop: 5 };
/** Our loop starts anew each turn, and reads frames in flight side by side: where time allows a turn is a whole clip, seconds. */
export const loopClipS = 10;

function leastLoopFrames(stack: Stack, { pace, stride }: CompareOptions): number {
  if (stack.of !== 'stridelab') return leastFrames.peerLoop;
  const isLong = pace.turnMs >= 1000 && (stack.runtime === 'onnx' || stack.runtime === 'onnx-int8');
  return isLong ? loopClipS * stride.fps : leastFrames.ourLoop;
}

/** Measures the network alone on one thread, then the whole loop, everyone taking turns. */
export async function compareStacks(options: CompareOptions): Promise<StackResult[]> {
  const inference = await compare<Timed>(options, (stack) => ({
    module: stack.of === 'stridelab' ? './our-inference.js' : './peer-inference.js',
    leastFrames: leastFrames.inference,
  }));
  const loop = await compare<LoopPass>(options, (stack) => ({
    module: stack.of === 'stridelab' ? './our-loop-contender.js' : './peer-loop.js',
    leastFrames: leastLoopFrames(stack, options),
  }));
  return options.stacks.map((stack, index) => ({
    stack,
    inference: mapValue(inference[index], roundsOf),
    loop: mapValue(loop[index], (turns) => ({
      ...roundsOf(turns),
      foundFraction: median(turns.map(({ outcome }) => outcome.foundFraction)),
    })),
  }));
}

async function compare<T extends Timed>(
  { network, stacks, stride, pace, onTurn }: CompareOptions,
  partOf: (stack: Stack) => { readonly module: string; readonly leastFrames: number },
): Promise<Outcome<Turn<T>[]>[]> {
  const running: (Entrant<T> | { readonly missing: string })[] = [];
  try {
    for (const stack of stacks) {
      const { module, leastFrames } = partOf(stack);
      running.push(
        await startContender<T>(builtEntry(import.meta.url, module), { network, stride, ...stack }).then(
          (contender) => ({ contender, leastFrames }),
          (error: Error) => ({ missing: error.message }),
        ),
      );
    }
    const turns = await interleave(
      running.filter((entrant) => 'contender' in entrant),
      pace,
      onTurn,
    );
    return running.map((entrant) => ('contender' in entrant ? { value: turns.shift() ?? [] } : entrant));
  } finally {
    for (const entrant of running) if ('contender' in entrant) await entrant.contender.close();
  }
}

const roundsOf = (turns: readonly Turn<Timed>[]): Rounds => ({
  msPerFrame: msPerFrame(turns),
  cpuMsPerFrame: turns.map(({ cpuMs, frames }) => cpuMs / frames),
  peakRssBytes: Math.max(...turns.map(({ peakRssBytes }) => peakRssBytes)),
});

const mapValue = <T, U>(outcome: Outcome<T>, change: (value: T) => U): Outcome<U> =>
  'value' in outcome ? { value: change(outcome.value) } : outcome;
