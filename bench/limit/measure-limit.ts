import { stat } from 'node:fs/promises';
import { builtEntry } from '../../engine/built-entry.ts';
import { prepareNetworks } from '../../engine/pose/prepare-networks.ts';
import { modelRegistry, type NetworkId } from '../../models/registry.ts';
import type { ProgressLine } from '../../server/cli/progress-line.ts';
import { avJob } from '../clip/av-job.ts';
import { benchClip, benchClips } from '../clip/bench-clips.ts';
import { startContender } from '../contender/start-contender.ts';
import { defaultStride } from '../frame-loop/frame-loop.ts';
import type { StageTimes } from '../frame-loop/stage-times.ts';
import { median } from '../statistics.ts';
import { type FmaRate, fmaNodeOptions } from './fma-rate.ts';
import type { MatrixRate } from './matrix-rate.ts';
import type { MemoryRate } from './memory-rate.ts';
import { type NetworkWork, networkWork } from './network-work.ts';

export interface LimitOptions {
  readonly networks: readonly NetworkId[];
  /** Frames of which each stage is timed. */
  readonly frames: number;
  readonly progress?: ProgressLine;
}

/** What one core can do at best. */
export interface CoreLimits {
  /** Null where this Node has no such instruction. */
  readonly fma: FmaRate | null;
  readonly matrixGflops: number;
  readonly memoryGbps: number;
}

/** A stage that moves bytes rather than computing. */
export interface MovingStage {
  readonly name: string;
  readonly bytes: number;
  readonly ms: number;
}

export interface NetworkLimit {
  readonly network: NetworkId;
  readonly work: NetworkWork;
  readonly inferenceMs: number;
  readonly leastInferenceMs: number;
  readonly stages: readonly MovingStage[];
}

export interface LimitResult {
  readonly core: CoreLimits;
  readonly decode: MovingStage;
  readonly networks: readonly NetworkLimit[];
}

const tries = { fma: 30, matrix: 10, memory: 10 };
const clip = { ...benchClips['1080p30'], durationS: 2 };
/** Bytes of a 4:2:0 picture per pixel. */
const bytesPerPixel = 1.5;

/** Measures what a core can do, and how much of it inference, warp and decoder make use of. */
export async function measureLimit({ networks, frames, progress }: LimitOptions): Promise<LimitResult> {
  progress?.update(0, 'what a core can do');
  const core = await coreLimits();
  progress?.update(10, 'decoding');
  const decode = await decodeStage();
  const results: NetworkLimit[] = [];
  for (const [index, network] of networks.entries()) {
    progress?.update(20 + (80 * index) / networks.length, network);
    results.push(await networkLimit(network, frames));
  }
  return { core, decode, networks: results };
}

/** The larger of what the processor's multiply-adds promise and what matrices reach. */
export const peakGflops = ({ fma, matrixGflops }: CoreLimits): number =>
  Math.max(matrixGflops, fma === null ? 0 : fma.fourLanes * fma.widening);

async function coreLimits(): Promise<CoreLimits> {
  const entry = (name: string): URL => builtEntry(import.meta.url, `./${name}.js`);
  const fma =
    (await best<FmaRate>(entry('fma-rate'), tries.fma, fmaNodeOptions).catch(nullWithoutFma)) ??
    (await best<FmaRate>(entry('fma-rate'), tries.fma).catch(nullWithoutFma));
  const { gflops } = await best<MatrixRate>(entry('matrix-rate'), tries.matrix);
  const { gbps } = await best<MemoryRate>(entry('memory-rate'), tries.memory);
  return { fma, matrixGflops: gflops, memoryGbps: gbps };
}

/** Null where this Node does not know the option, or its WebAssembly no fused multiply-adds. */
function nullWithoutFma(error: unknown): null {
  if (error instanceof Error && /bad option|WebAssembly\.instantiate/.test(error.message)) return null;
  throw error;
}

async function best<T>(module: URL, rounds: number, nodeOptions: readonly string[] = []): Promise<T> {
  const contender = await startContender<T>(module, null, nodeOptions);
  try {
    return (await contender.turn(rounds)).outcome;
  } finally {
    await contender.close();
  }
}

/** A decoder reads the stream, reads what the picture is predicted from, about once, and writes the picture. */
async function decodeStage(): Promise<MovingStage> {
  const path = await benchClip(clip);
  const { pictureMs } = await avJob({ kind: 'decode', path });
  const streamBytes = (await stat(path)).size / pictureMs.length;
  const bytes = streamBytes + 2 * bytesPerPixel * clip.widthPx * clip.heightPx;
  return { name: 'decode, 1080p, 18 Mbit/s', bytes, ms: median(pictureMs) };
}

async function networkLimit(network: NetworkId, frames: number): Promise<NetworkLimit> {
  await prepareNetworks({ network, runtime: 'onnx' }, {});
  const work = await networkWork(network);
  const spec = { network, runtime: 'onnx', stride: defaultStride };
  const contender = await startContender<StageTimes>(builtEntry(import.meta.url, '../frame-loop/stage-times.js'), spec);
  try {
    await contender.turn(Math.ceil(frames / 2));
    const { outcome } = await contender.turn(frames);
    const [, rows, columns, channels] = modelRegistry[network].input.shape;
    const seenPx =
      Math.min(outcome.cropSidePx, defaultStride.widthPx) * Math.min(outcome.cropSidePx, defaultStride.heightPx);
    return {
      network,
      work,
      inferenceMs: median(outcome.inference),
      leastInferenceMs: Math.min(...outcome.inference),
      stages: [
        {
          name: `warp, ${network}`,
          bytes: bytesPerPixel * seenPx + 4 * rows * columns * channels,
          ms: median(outcome.warp),
        },
        { name: `decoding of outputs, ${network}`, bytes: work.outputBytes, ms: median(outcome.outputs) },
      ],
    };
  } finally {
    await contender.close();
  }
}
