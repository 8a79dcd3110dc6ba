import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { builtEntry } from '../../engine/built-entry.ts';
import { prepareNetworks } from '../../engine/pose/prepare-networks.ts';
import { readEvery } from '../../engine/pose/read-every.ts';
import type { ProgressLine } from '../../server/cli/progress-line.ts';
import type { Timed } from '../contender/interleave.ts';
import { startContender } from '../contender/start-contender.ts';
import { avJob } from './av-job.ts';
import { type BenchClip, benchClip } from './bench-clips.ts';
import type { TreeMemory } from './process-tree.ts';
import { type AnalysisCost, runAnalysis } from './run-analysis.ts';

export interface ClipsOptions {
  readonly clips: readonly BenchClip[];
  readonly rounds: number;
  readonly progress?: ProgressLine;
}

/** One clip analysed with or without annotated video. */
export interface VariantResult {
  readonly video: boolean;
  /** Round by round. */
  readonly costs: readonly AnalysisCost[];
  /** Of a run of its own. */
  readonly peak: TreeMemory | null;
}

/** What the work cannot do without, round by round, milliseconds of processor time. */
export interface BareCost {
  readonly decodeMs: number;
  readonly inferenceMs: number;
}

export interface ClipResult {
  readonly clip: BenchClip;
  readonly bytes: number;
  readonly variants: readonly VariantResult[];
  readonly bare: readonly BareCost[];
}

/** The network that analyses use unless they are told otherwise. */
const network = 'blazepose-full';
const inferenceFrames = 60;

/** Analyses each clip as a user does, round by round, beside what its decoding and its inference alone cost in the same round. */
export async function measureClips({ clips, rounds, progress }: ClipsOptions): Promise<ClipResult[]> {
  await prepareNetworks({ network, runtime: 'onnx' }, {});
  const inference = await startContender<Timed>(builtEntry(import.meta.url, '../frame-loop/our-inference.js'), {
    network,
    runtime: 'onnx',
  });
  await inference.turn(inferenceFrames);
  const results: ClipResult[] = [];
  try {
    for (const [index, clip] of clips.entries()) {
      let steps = 0;
      const report = (label: string): void =>
        progress?.update((100 * (index + steps++ / (4 + 4 * rounds))) / clips.length, `${clip.name}: ${label}`);
      report('making the clip');
      const path = await benchClip(clip);
      const peaks = new Map<boolean, TreeMemory | null>();
      for (const video of [false, true]) {
        report('watching memory');
        peaks.set(video, (await runAnalysis({ clipPath: path, video, watchMemory: true })).peak);
      }
      const bare: BareCost[] = [];
      const costs = new Map<boolean, AnalysisCost[]>([false, true].map((video) => [video, []]));
      for (let round = 0; round < rounds; round++) {
        report('bare decode and inference');
        const { cpuMs: decodeMs } = await avJob({ kind: 'decode', path });
        const { cpuMs, frames } = await inference.turn(inferenceFrames);
        const framesRead = Math.ceil((clip.fps * clip.durationS) / readEvery(clip));
        bare.push({ decodeMs, inferenceMs: (cpuMs / frames) * framesRead });
        for (const video of [false, true]) {
          report(video ? 'analysing, with video' : 'analysing');
          costs.get(video)?.push(await runAnalysis({ clipPath: path, video, watchMemory: false }));
        }
      }
      const variants = [false, true].map((video) => ({
        video,
        costs: costs.get(video) ?? [],
        peak: peaks.get(video) ?? null,
      }));
      results.push({ clip, bytes: (await stat(path)).size, variants, bare });
    }
  } finally {
    await inference.close();
  }
  return results;
}

/** Wall time over what the bare work would take with every core busy, round by round. */
export const overheadRatios = ({ costs }: VariantResult, bare: readonly BareCost[]): number[] =>
  costs.map(({ wallMs }, round) => {
    const { decodeMs, inferenceMs } = bare[round];
    return wallMs / ((decodeMs + inferenceMs) / availableParallelism());
  });
