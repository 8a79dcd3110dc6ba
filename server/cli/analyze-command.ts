import { basename, extname } from 'node:path';
import { Command, Option } from 'commander';
import type { Analysis } from '../../engine/analysis.ts';
import type { NetworkChoice } from '../../engine/pose/custom/network-choice.ts';
import { type RuntimeId, runtimeIds } from '../../engine/pose/runtime/runtime-ids.ts';
import { type VideoSize, videoSizes } from '../../engine/video/output-size.ts';
import { analyzeSource, type ClipSource } from './analyze-source.ts';
import type { TermFlags } from './asked-terms.ts';
import { parseNetwork, parseUpTo } from './options.ts';
import { progressLine } from './progress-line.ts';
import { reportBodies } from './report-bodies.ts';
import { openReportFolder } from './report-folder.ts';
import { addTermOptions } from './term-options.ts';

interface AnalyzeOptions extends TermFlags {
  readonly poses?: string;
  readonly out?: string;
  readonly video: boolean;
  readonly videoSize: VideoSize;
  readonly blurFace?: true;
  readonly json?: true;
  readonly quiet?: true;
  readonly network: NetworkChoice;
  readonly runtime: RuntimeId;
  readonly threads?: number;
  readonly deadline?: number;
}

const stageLabels = {
  model: 'preparing the network',
  probe: 'reading the clip',
  pose: 'following the runner',
  metrics: 'measuring',
  render: 'drawing the annotated video',
} as const;

/** `stridelab analyze CLIP`: one clip in, a table or JSON and the files out. */
export function analyzeCommand(signal: AbortSignal): Command {
  const command = new Command('analyze')
    .description('Analyse one clip of a runner.')
    .argument('[clip]', 'MP4, MOV, AVI or WEBM, at most 10 s and 30 MB; with --poses for the annotated video alone')
    .option('--poses <file>', 'a poses.ndjson of before: everything after the pictures is done again from it');
  return addTermOptions(command)
    .option('--out <dir>', 'where the files go (default: <name of the clip or poses file>-stridelab)')
    .option('--no-video', 'make no annotated video and no thumbnail')
    .addOption(
      new Option('--video-size <size>', 'largest size of the annotated video').choices(videoSizes).default('1080p'),
    )
    .option('--blur-face', 'make the runner’s head unrecognisable in the annotated video and the thumbnail')
    .option('--json', 'print one JSON object: video, results, calculated_data, details')
    .option('--quiet', 'show no progress')
    .addOption(
      new Option('--network <id>', 'pose network, or a .json file that describes your own')
        .argParser(parseNetwork)
        .default('blazepose-full'),
    )
    .addOption(new Option('--runtime <id>', 'what carries the network').choices(runtimeIds).default('onnx'))
    .option('--threads <count>', 'threads that run the network (default: one a core, at most 8)', parseUpTo(64))
    .option('--deadline <seconds>', 'give up when it takes longer', parseUpTo(86_400))
    .action(async (clip: string | undefined, options: AnalyzeOptions, command: Command) => {
      await runAnalysis(sourceOf(clip, options, command), options, signal);
    });
}

/** Options that say how pictures are read, which poses have behind them. */
const readingOptions = ['network', 'runtime', 'threads'] as const;

function sourceOf(clip: string | undefined, { poses }: AnalyzeOptions, command: Command): ClipSource {
  if (poses === undefined) {
    if (clip === undefined) command.error("error: missing required argument 'clip', or --poses");
    return { clipPath: clip, posesPath: null };
  }
  for (const name of readingOptions) {
    if (command.getOptionValueSource(name) === 'cli')
      command.error(`error: --${name} says how pictures are read, which --poses does not do again`);
  }
  return { clipPath: clip ?? null, posesPath: poses };
}

async function runAnalysis(source: ClipSource, options: AnalyzeOptions, signal: AbortSignal): Promise<void> {
  const isDrawn = options.video && source.clipPath !== null;
  const filesWanted = isDrawn || !options.json || options.out !== undefined;
  const named = source.posesPath ?? source.clipPath;
  const folder = filesWanted
    ? await openReportFolder(options.out ?? `${basename(named, extname(named))}-stridelab`)
    : null;
  const media = folder !== null && isDrawn ? folder.media : null;
  const progress = await progressLine(options.quiet ?? false);
  try {
    const { id, ...analyzed } = await analyzeSource(source, options, {
      network: options.network,
      runtime: options.runtime,
      threads: options.threads,
      deadlineMs: options.deadline === undefined ? undefined : 1000 * options.deadline,
      output: media === null ? null : { ...media, size: options.videoSize, blurFace: options.blurFace === true },
      signal,
      onProgress: ({ stage, percentage }) => progress.update(percentage, stageLabels[stage]),
    });
    const { analysis } = analyzed;
    const bodies = await reportBodies(id, analysis, analyzed.terms, media);
    const files = (await folder?.write({ ...analyzed, bodies, media })) ?? [];
    progress.stop();
    process.stdout.write(
      options.json ? `${JSON.stringify(bodies, null, 2)}\n` : `${await tablesOf(analysis)}\n${filesWritten(files)}\n`,
    );
  } catch (error) {
    progress.stop();
    await folder?.discardIfEmpty();
    throw error;
  }
}

/** What draws tables takes a while to load, and few of those who count seconds read them. */
async function tablesOf(analysis: Analysis): Promise<string> {
  const { resultTables } = await import('./result-tables.ts');
  return resultTables(analysis);
}

const filesWritten = (files: readonly string[]): string => ['Files', ...files.map((file) => `  ${file}`)].join('\n');
