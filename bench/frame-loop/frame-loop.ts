import { prepareNetworks } from '../../engine/pose/prepare-networks.ts';
import { runtimeIds } from '../../engine/pose/runtime/runtime-ids.ts';
import type { NetworkId } from '../../models/registry.ts';
import type { ProgressLine } from '../../server/cli/progress-line.ts';
import { avJob } from '../clip/av-job.ts';
import { benchClip, benchClips } from '../clip/bench-clips.ts';
import type { StrideOptions } from '../pictures/painted-stride.ts';
import { roundOfPictures } from '../pictures/round-of-pictures.ts';
import { allStacks, compareStacks } from './compare-stacks.ts';
import type { FrameLoopResult, NetworkResult, Outcome, Stack } from './frame-loop-results.ts';
import { measureStages } from './measure-stages.ts';

export interface FrameLoopOptions {
  readonly networks: readonly NetworkId[];
  readonly rounds: number;
  /** Milliseconds that a turn should take. */
  readonly turnMs: number;
  /** Frames of which each stage is timed. */
  readonly stageFrames: number;
  readonly stride?: StrideOptions;
  readonly stacks?: readonly Stack[];
  /** Whether a clip is made to time the decoder with. */
  readonly decode?: boolean;
  readonly progress?: ProgressLine;
}

/** As phones and action cameras film; large enough that the runner need not be enlarged. */
export const defaultStride: StrideOptions = { widthPx: 1280, heightPx: 720, fps: 30 };

/** The clip that the decoder is timed with: two seconds of an ordinary phone clip. */
const decodeClip = { ...benchClips['1080p30'], durationS: 2 };

/** Measures the frame loop: each network in each runtime, beside pose-detection in the same run. */
export async function measureFrameLoop(options: FrameLoopOptions): Promise<FrameLoopResult> {
  const { rounds, turnMs, stageFrames, progress, stride = defaultStride, stacks = allStacks } = options;
  progress?.update(0, 'painting the runner');
  await roundOfPictures(stride);
  const decodeMs = options.decode === false ? { missing: 'not asked for' } : await timeDecoder();
  const networks: NetworkResult[] = [];
  // Inference and loop, one warming turn each.
  const turns = 2 * stacks.length * (rounds + 1);
  for (const [index, network] of options.networks.entries()) {
    let taken = 0;
    const report = (share: number, label: string): void =>
      progress?.update((100 * (index + share)) / options.networks.length, `${network}: ${label}`);
    report(0, 'making ready');
    await prepareNetworks({ network, runtime: 'onnx' }, {});
    const onTurn = (): void => report((0.8 * ++taken) / turns, 'taking turns');
    const results = await compareStacks({ network, stacks, stride, pace: { rounds, turnMs }, onTurn });
    const stages = [];
    for (const runtime of runtimeIds) {
      if (!stacks.some((stack) => stack.of === 'stridelab' && stack.runtime === runtime)) continue;
      report(0.8 + 0.2 * (stages.length / runtimeIds.length), `stages in ${runtime}`);
      stages.push(await measureStages({ network, runtime, stride }, stageFrames));
    }
    networks.push({ network, stacks: results, stages });
  }
  return { networks, decodeMs, rounds };
}

async function timeDecoder(): Promise<Outcome<readonly number[]>> {
  try {
    const path = await benchClip(decodeClip);
    return { value: (await avJob({ kind: 'decode', path })).pictureMs };
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) };
  }
}
