import { builtEntry } from '../../engine/built-entry.ts';
import { startContender } from '../contender/start-contender.ts';
import { type Allocation, allocationNodeOptions } from './allocation.ts';
import type { Outcome, StageResult } from './frame-loop-results.ts';
import type { StageSpec, StageTimes } from './stage-times.ts';

/** Few enough that what they allocate fits into the young generation. */
const allocationFrames = 20;
const warmUpFrames = 20;

/** Measures one network's stages and what it allocates, each in a process of its own. */
export async function measureStages(spec: StageSpec, frames: number): Promise<StageResult> {
  const stages = await once<StageTimes>(builtEntry(import.meta.url, './stage-times.js'), spec, frames);
  const allocation = await once<Allocation>(
    builtEntry(import.meta.url, './allocation.js'),
    spec,
    Math.min(frames, allocationFrames),
    allocationNodeOptions,
  );
  return { runtime: spec.runtime, stages, allocation };
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
      await contender.turn(Math.min(frames, warmUpFrames));
      return { value: (await contender.turn(frames)).outcome };
    } finally {
      await contender.close();
    }
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) };
  }
}
