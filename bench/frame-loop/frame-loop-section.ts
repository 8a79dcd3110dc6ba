import { availableParallelism } from 'node:os';
import type { NetworkId } from '../../models/registry.ts';
import { inferenceFloor, loopRateFloors, loopRatioFloor } from '../floors.ts';
import { figure, floorTable, type Measurement, table } from '../report/table.ts';
import { median, quantile, sum } from '../statistics.ts';
import { loopClipS } from './compare-stacks.ts';
import {
  type FrameLoopResult,
  isYardstick,
  known,
  type NetworkResult,
  type Outcome,
  type Stack,
  type StackResult,
} from './frame-loop-results.ts';
import type { StageTimes } from './stage-times.ts';

const megabyte = 1e6;

/** Median over the rounds of how many times as fast a stack is as pose-detection on tfjs WASM; null where either is missing. */
export function ratioOf(network: NetworkResult, stack: StackResult, what: 'inference' | 'loop'): number | null {
  const ratios = ratiosOf(network, stack, what);
  return ratios === null ? null : median(ratios);
}

function ratiosOf({ stacks }: NetworkResult, stack: StackResult, what: 'inference' | 'loop'): number[] | null {
  const yardstick = stacks.find((other) => isYardstick(other.stack));
  const [theirs, ours] = [yardstick && known(yardstick[what]), known(stack[what])];
  if (!theirs || !ours) return null;
  return ours.msPerFrame.map((ms, round) => theirs.msPerFrame[round] / ms);
}

/** What the page says of a run. */
export function frameLoopSection(result: FrameLoopResult, allNetworks: readonly NetworkId[]): string {
  return [
    floorTable(measurements(result, allNetworks)),
    `### Beside pose-detection

${result.rounds === 1 ? 'One round' : `Medians of ${result.rounds} rounds`} in which everyone takes a turn, each in a process of its own; in brackets the smallest and largest round. *Inference* is the network alone on one
thread and one input that stays the same; pose-detection's is its network with the outputs that it asks for, read back. *Loop* is everything from pictures in memory to what the user
gets, on all cores: ours warps, runs, decodes, builds tracks and measures, from 4:2:0 pictures as a decoder gives them; pose-detection runs \`estimatePoses\` on RGB pictures, frame by
frame, smoothing on, as its documentation shows it. Pictures: one painted stride of 1280 x 720, round and round. *Of bare* is the loop's
rate over that of the bare network on every core at once, as if cores did not slow each other. A turn of our loop in ONNX Runtime is a clip of ${loopClipS} s, its start included. Memory is the process's largest
resident set with the pictures in it.`,
    stackTable(result),
    `### Stages

Milliseconds per frame on one thread: median / 95th percentile / share of the sum. *Decode* is FFmpeg's decoder alone, one thread, on a 1080p clip of 18 Mbit/s; *tracks* and
*metrics* work on whole clips: the clip's time over its frames. *Allocated* is what the thread that reads frames allocates per frame, on V8's heap and outside of it: the growth of the
memory in use while the young generation is so large that V8's own record shows no collection. *Follower* is the same of the thread that follows the runner and hands frames out.`,
    stageTable(result),
  ].join('\n\n');
}

function measurements({ networks }: FrameLoopResult, allNetworks: readonly NetworkId[]): Measurement[] {
  const find = (id: NetworkId) => {
    const network = networks.find((candidate) => candidate.network === id);
    const ours = network?.stacks.find(({ stack }) => stack.of === 'stridelab' && stack.runtime === 'onnx');
    return network && ours ? { network, ours } : null;
  };
  const ratio = (id: NetworkId, what: 'inference' | 'loop'): number | null => {
    const found = find(id);
    return found === null ? null : ratioOf(found.network, found.ours, what);
  };
  const rate = (id: NetworkId): number | null => {
    const loop = find(id)?.ours.loop;
    const value = loop && known(loop);
    return value ? 1000 / median(value.msPerFrame) : null;
  };
  return [
    ...allNetworks.map((id) => ({ floor: inferenceFloor(id), value: ratio(id, 'inference') })),
    { floor: loopRatioFloor, value: ratio('blazepose-full', 'loop') },
    ...Object.entries(loopRateFloors).map(([id, floor]) => ({ floor, value: rate(id as NetworkId) })),
  ];
}

function stackTable({ networks }: FrameLoopResult): string {
  const head = [
    'network',
    'who',
    'inference, ms',
    'times as fast',
    'loop, fps',
    'times as fast',
    'of bare',
    'loop, CPU ms',
    'MB',
  ];
  const rows = networks.flatMap((network) =>
    network.stacks.map((result) => {
      const ratio = (what: 'inference' | 'loop'): string => {
        const ratios = ratiosOf(network, result, what);
        return ratios === null || isYardstick(result.stack) ? '' : withRange(ratios);
      };
      const loop = known(result.loop);
      return [
        network.network,
        nameOf(result.stack),
        cell(result.inference, ({ msPerFrame }) => figure(median(msPerFrame))),
        ratio('inference'),
        'missing' in result.inference && 'missing' in result.loop
          ? ''
          : cell(result.loop, ({ msPerFrame }) => figure(1000 / median(msPerFrame))),
        ratio('loop'),
        shareOfBare(result),
        loop ? figure(median(loop.cpuMsPerFrame)) : '',
        loop ? figure(loop.peakRssBytes / megabyte) : '',
      ];
    }),
  );
  return table(head, rows);
}

/** The loop's rate as a share of what the bare network would reach if it had every core to itself. */
function shareOfBare({ inference, loop }: StackResult): string {
  const [bare, whole] = [known(inference), known(loop)];
  if (!bare || !whole) return '';
  return `${figure((100 * median(bare.msPerFrame)) / (availableParallelism() * median(whole.msPerFrame)))} %`;
}

const nameOf = (stack: Stack): string =>
  stack.of === 'stridelab'
    ? `StrideLab, ${stack.runtime}`
    : `pose-detection, ${stack.backend === 'wasm' ? 'tfjs WASM' : 'tfjs-node'}`;

const withRange = (values: readonly number[]): string =>
  `**${figure(median(values))}** (${figure(Math.min(...values))} to ${figure(Math.max(...values))})`;

const cell = <T>(outcome: Outcome<T>, text: (value: T) => string): string =>
  'value' in outcome ? text(outcome.value) : oneLine(outcome.missing);

/** A reason that does not break a table. */
const oneLine = (text: string): string => text.replaceAll('|', '/').replaceAll('\n', ' ').slice(0, 100);

const stageNames = [
  'warp',
  'inference',
  'outputs',
  'tracks',
  'metrics',
] as const satisfies readonly (keyof StageTimes)[];

function stageTable({ networks, decodeMs }: FrameLoopResult): string {
  const decode = known(decodeMs);
  const rows = networks.flatMap(({ network, stages: results }) =>
    results.map(({ runtime, stages: outcome, allocation, following }) => {
      const stages = known(outcome);
      if (stages === null) return [network, runtime, cell(outcome, String), ...Array.from({ length: 8 }, () => '')];
      const all = [decode, ...stageNames.map((name) => stages[name])];
      const total = sum(all.map((values) => (values === null ? 0 : median(values))));
      return [
        network,
        runtime,
        ...all.map((values) => (values === null ? cell(decodeMs, String) : stageCell(values, total))),
        cell(allocation, ({ heapBytes }) => bytes(heapBytes)),
        cell(allocation, ({ externalBytes }) => bytes(externalBytes)),
        cell(following, ({ heapBytes }) => bytes(heapBytes)),
      ];
    }),
  );
  return table(['network', 'runtime', 'decode', ...stageNames, 'allocated, heap', 'outside', 'follower, heap'], rows);
}

const stageCell = (values: readonly number[], totalMs: number): string =>
  `${figure(median(values))} / ${figure(quantile(values, 0.95))} / ${Math.round((100 * median(values)) / totalMs)} %`;

const bytes = (count: number): string =>
  Math.abs(count) >= 1e6 ? `${(count / 1e6).toFixed(1)} MB` : `${(count / 1e3).toFixed(1)} kB`;
