import { builtEntry } from '../../engine/built-entry.ts';
import { startContender } from '../contender/start-contender.ts';
import { type Allocation, allocationNodeOptions } from './allocation.ts';
import type { Outcome, StageResult } from './frame-loop-results.ts';
import type { StageSpec, StageTimes } from './stage-times.ts';

/** Few enough that what they allocate fits into the young generation. */
const allocationFrames = 20;
const warmUpFrames = 20;
/** Slow runtimes are timed on fewer frames. */
const mostMs = 4000;

/** Measures one network's stages and what it allocates, each in a process of its own. */
export async function measureStages(spec: StageSpec, frames: number): Promise<StageResult> {
  const stages = await once<StageTimes>(builtEntry(import.meta.url, './stage-times.js'), spec, frames);
  const allocation = await once<Allocation>(
    builtEntry(import.meta.url, './allocation.js'),
    spec,
    Math.min(frames, allocationFrames),
    allocationNodeOptions,
  );
  const following =
    spec.runtime === 'onnx'
      ? await once<Allocation>(
          builtEntry(import.meta.url, './follower-allocation.js'),
          spec,
          Math.min(frames, allocationFrames),
          allocationNodeOptions,
        )
      : { missing: 'as above' };
  return { runtime: spec.runtime, stages, allocation, following };
}

async function once<T>(
  module: URL,
  spec: StageSpec,
  frames: number,
  nodeOptions: readonly string[] = [],
): Promise<Outcome<T>> {
  try {
    const contender = await startContender<T>(module, spec, nodeOptions);
    try {
      const warmUp = Math.min(frames, warmUpFrames);
      const { cpuMs } = await contender.turn(warmUp);
      const fitting = Math.max(warmUp, Math.round((mostMs / cpuMs) * warmUp));
      return { value: (await contender.turn(Math.min(frames, fitting))).outcome };
    } finally {
      await contender.close();
    }
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) };
  }
}
