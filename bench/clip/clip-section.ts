import { clipFloors } from '../floors.ts';
import { figure, floorTable, type Measurement, table } from '../report/table.ts';
import { median } from '../statistics.ts';
import { type ClipResult, overheadRatios, type VariantResult } from './measure-clips.ts';

const megabyte = 1e6;

/** What the page says of a run. */
export function clipSection(results: readonly ClipResult[], rounds: number): string {
  return [
    floorTable(measurements(results)),
    `${rounds === 1 ? 'One run' : `Medians of ${rounds} runs`} of \`stridelab analyze CLIP --json\`, from the start of the process to the end of its output, BlazePose full. The clips are 10 s of
H.264 made of a painted stride that is repeated, enlarged and overlaid with seeded noise. *Ratio* is wall time / ((processor time of a bare decode + processor time of bare inference) / cores): the
decode is FFmpeg's on one thread, every frame, in full; the inference is the network alone, once for every frame that is read (every second one of 240 per second); both measured in
the same round. *CPU* is that of all processes. *Memory* is the largest sum over all processes that was seen, looking every 20 ms in a run of its own: PSS, in which a page that
several processes share counts once, and RSS, in which it counts in each.`,
    resultTable(results),
  ].join('\n\n');
}

function measurements(results: readonly ClipResult[]): Measurement[] {
  const find = (name: string, video: boolean) => {
    const result = results.find(({ clip }) => clip.name === name);
    const variant = result?.variants.find((candidate) => candidate.video === video);
    return result && variant ? { result, variant } : null;
  };
  const [plain, withVideo] = [find('1080p30', false), find('1080p30', true)];
  const peaks = [find('1080p60', false), find('1080p60', true)].flatMap((found) => found?.variant.peak?.pssBytes ?? []);
  return [
    { floor: clipFloors.ratio, value: plain && median(overheadRatios(plain.variant, plain.result.bare)) },
    { floor: clipFloors.withoutVideo, value: plain && wallS(plain.variant) },
    { floor: clipFloors.withVideo, value: withVideo && wallS(withVideo.variant) },
    { floor: clipFloors.memory, value: peaks.length === 0 ? null : Math.max(...peaks) / megabyte },
  ];
}

const wallS = ({ costs }: VariantResult): number => median(costs.map(({ wallMs }) => wallMs / 1000));

function resultTable(results: readonly ClipResult[]): string {
  const rows = results.flatMap((result) =>
    result.variants.map((variant) => {
      const cpu = variant.costs.flatMap(({ cpuMs }) => (cpuMs === null ? [] : [cpuMs / 1000]));
      const { clip, bytes, bare } = result;
      return [
        `${clip.name}, ${((8 * bytes) / clip.durationS / 1e6).toFixed(1)} Mbit/s`,
        variant.video ? 'yes' : 'no',
        `**${figure(wallS(variant))}**`,
        cpu.length === 0 ? 'not told by this system' : figure(median(cpu)),
        figure(median(bare.map(({ decodeMs }) => decodeMs / 1000))),
        figure(median(bare.map(({ inferenceMs }) => inferenceMs / 1000))),
        variant.video ? '' : figure(median(overheadRatios(variant, bare))),
        variant.peak === null ? 'not told by this system' : figure(variant.peak.pssBytes / megabyte),
        variant.peak === null ? '' : figure(variant.peak.rssBytes / megabyte),
      ];
    }),
  );
  const bareHead = ['bare decode, CPU s', 'bare inference, CPU s', 'ratio'];
  return table(['clip', 'video', 'wall, s', 'CPU, s', ...bareHead, 'PSS, MB', 'RSS, MB'], rows);
}
