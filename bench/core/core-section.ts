import { coreFloor } from '../floors.ts';
import { figure, floorTable, table } from '../report/table.ts';
import { median, quantile } from '../statistics.ts';
import { coreClipS, coreNoisePx, coreSpeedMps } from './core-clips.ts';
import { type CoreStage, coreStages } from './core-times.ts';
import { type CoreResult, type CoreTurn, wholeMs } from './measure-core.ts';

/** Clips per second of processor time, the median turn's. */
export const clipsPerSecond = ({ turns }: CoreResult): number => 1000 / median(turns.map(({ cpuMs }) => cpuMs));

/** What the page says of a run. */
export function coreSection(results: readonly CoreResult[]): string {
  const [first] = results;
  const rounds = first?.turns.length ?? 0;
  return [
    floorTable([{ floor: coreFloor, value: first === undefined ? null : clipsPerSecond(first) }]),
    `Everything from a clip's keypoints to its score, as an analysis does it after the last frame is read, clip after clip in one thread, warm: V8 goes on compiling for some 1500 clips. The clips are ${coreClipS} s of a synthetic
runner at ${coreSpeedMps} m/s on a treadmill, his keypoints given with a noise of ${coreNoisePx} px (half as much again on the far side) in a picture of 720 x 1280; *disturbed*: the legs exchanged in a tenth of the
frames, four at a time, and the runner lost in 3 %. *Clips per second* are per second of processor time of all the process's threads, which is what one core has to give; the median of
${rounds === 1 ? 'one turn' : `${rounds} turns`}, in brackets the slowest and the fastest. Times are wall time, milliseconds: median / 95th percentile / share of the sum.`,
    table(
      ['clip', 'clips per second', 'whole', ...coreStages],
      results.map((result) => [
        result.clip.name,
        rateCell(result),
        timeCell(result.turns.flatMap(({ times }) => wholeMs(times))),
        ...coreStages.map((stage) => stageCell(result.turns, stage)),
      ]),
    ),
  ].join('\n\n');
}

function rateCell(result: CoreResult): string {
  const rates = result.turns.map(({ cpuMs }) => 1000 / cpuMs);
  return `**${figure(clipsPerSecond(result))}** (${figure(Math.min(...rates))} to ${figure(Math.max(...rates))})`;
}

const timeCell = (ms: readonly number[]): string => `${figure(median(ms))} / ${figure(quantile(ms, 0.95))}`;

function stageCell(turns: readonly CoreTurn[], stage: CoreStage): string {
  const all = (of: CoreStage): number[] => turns.flatMap(({ times }) => times[of]);
  const sum = coreStages.reduce((total, other) => total + median(all(other)), 0);
  return `${timeCell(all(stage))} / ${((100 * median(all(stage))) / sum).toFixed(0)} %`;
}
