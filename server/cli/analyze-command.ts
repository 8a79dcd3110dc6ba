import { basename, extname } from 'node:path';
import { Command, Option } from 'commander';
import type { Analysis, View } from '../../engine/analysis.ts';
import { analyze } from '../../engine/analyze.ts';
import type { NetworkChoice } from '../../engine/pose/custom/network-choice.ts';
import { networkFingerprint } from '../../engine/pose/custom/network-fingerprint.ts';
import { type RuntimeId, runtimeIds } from '../../engine/pose/runtime/runtime-ids.ts';
import { type Language, languages } from '../../engine/score/language.ts';
import { type VideoSize, videoSizes } from '../../engine/video/output-size.ts';
import { clipId } from './clip-id.ts';
import { parseHeight, parseNetwork, parsePace, parseUpTo } from './options.ts';
import { progressLine } from './progress-line.ts';
import { reportBodies } from './report-bodies.ts';
import { openReportFolder } from './report-folder.ts';

interface AnalyzeOptions {
  readonly view: View;
  readonly pronationOnly?: true;
  readonly height: number;
  readonly treadmill?: true;
  readonly pace?: number;
  readonly out?: string;
  readonly video: boolean;
  readonly videoSize: VideoSize;
  readonly blurFace?: true;
  readonly json?: true;
  readonly quiet?: true;
  readonly language: Language;
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
  return new Command('analyze')
    .description('Analyse one clip of a runner.')
    .argument('<clip>', 'MP4, MOV, AVI or WEBM, at most 10 s and 30 MB')
    .addOption(new Option('--view <view>', 'where the camera stands').choices(['side', 'back']).default('side'))
    .option('--pronation-only', 'of a back view: the feet alone')
    .requiredOption('--height <metres>', 'the runner’s standing height, which gives the scale (required)', parseHeight)
    .option('--treadmill', 'the runner is on a treadmill (needs --pace)')
    .option('--pace <mm:ss>', 'the treadmill’s pace in minutes and seconds per kilometre', parsePace)
    .option('--out <dir>', 'where the files go (default: <clip name>-stridelab)')
    .option('--no-video', 'make no annotated video and no thumbnail')
    .addOption(
      new Option('--video-size <size>', 'largest size of the annotated video').choices(videoSizes).default('1080p'),
    )
    .option('--blur-face', 'make the runner’s head unrecognisable in the annotated video and the thumbnail')
    .option('--json', 'print one JSON object: video, results, calculated_data, details')
    .option('--quiet', 'show no progress')
    .addOption(new Option('--language <code>', 'language of the texts').choices(languages).default('en'))
    .addOption(
      new Option('--network <id>', 'pose network, or a .json file that describes your own')
        .argParser(parseNetwork)
        .default('blazepose-full'),
    )
    .addOption(new Option('--runtime <id>', 'what carries the network').choices(runtimeIds).default('onnx'))
    .option('--threads <count>', 'threads that run the network (default: one a core, at most 8)', parseUpTo(64))
    .option('--deadline <seconds>', 'give up when it takes longer', parseUpTo(86_400))
    .action(async (clip: string, options: AnalyzeOptions, command: Command) => {
      if (options.treadmill && options.pace === undefined) {
        command.error('error: --treadmill needs --pace, what the treadmill shows, such as --pace 05:30');
      }
      if (!options.treadmill && options.pace !== undefined) {
        command.error('error: --pace belongs to --treadmill; overground the speed is measured');
      }
      if (options.pronationOnly && options.view !== 'back') {
        command.error('error: --pronation-only belongs to --view back');
      }
      await runAnalysis(clip, options, signal);
    });
}

async function runAnalysis(clip: string, options: AnalyzeOptions, signal: AbortSignal): Promise<void> {
  const filesWanted = options.video || !options.json || options.out !== undefined;
  const folder = filesWanted
    ? await openReportFolder(options.out ?? `${basename(clip, extname(clip))}-stridelab`)
    : null;
  const media = folder !== null && options.video ? folder.media : null;
  const progress = await progressLine(options.quiet ?? false);
  try {
    const request = {
      heightM: options.height,
      treadmill: options.treadmill ?? false,
      paceSPerKm: options.pace ?? null,
      language: options.language,
    };
    const analyzing = analyze({
      ...request,
      videoPath: clip,
      view: options.view,
      fullBody: options.pronationOnly !== true,
      network: options.network,
      runtime: options.runtime,
      threads: options.threads,
      deadlineMs: options.deadline === undefined ? undefined : 1000 * options.deadline,
      output: media === null ? null : { ...media, size: options.videoSize, blurFace: options.blurFace === true },
      signal,
      onProgress: ({ stage, percentage }) => progress.update(percentage, stageLabels[stage]),
    });
    const naming = nameOf(clip, options);
    // What is wrong with the clip is told by the analysis.
    naming.catch(() => undefined);
    const analysis = await analyzing;
    const id = await naming;
    const bodies = await reportBodies(id, analysis, request, media);
    const files = (await folder?.writeBodies(bodies, media)) ?? [];
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

async function nameOf(clip: string, options: AnalyzeOptions): Promise<string> {
  const { view, pronationOnly, height, treadmill, pace, language } = options;
  const network = await networkFingerprint(options.network);
  return clipId(clip, { view, pronationOnly, height, treadmill, pace, language, network });
}

const filesWritten = (files: readonly string[]): string => ['Files', ...files.map((file) => `  ${file}`)].join('\n');
