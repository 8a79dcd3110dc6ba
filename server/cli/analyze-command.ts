import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { Command } from 'commander';
import type { Analysis } from '../../engine/analysis.ts';
import type { ClipSource } from './analyze-source.ts';
import type { TermFlags } from './asked-terms.ts';
import { makeReport } from './make-report.ts';
import { addMannerOptions, type MannerFlags } from './manner-options.ts';
import { parseOut } from './options.ts';
import { quietHelp, withProgress } from './progress-line.ts';
import { shellWord } from './shell-word.ts';
import { addTermOptions } from './term-options.ts';

interface AnalyzeOptions extends TermFlags, MannerFlags {
  readonly poses?: string;
  readonly out?: string;
  readonly json?: true;
  readonly quiet?: true;
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
    .argument(
      '[clip]',
      'MP4, MOV, AVI or WEBM, at most 10 s and 30 MB; with --poses only needed for the annotated video',
    )
    .option('--poses <file>', 'a poses.ndjson of an earlier analysis, to repeat all steps after reading the pictures');
  addTermOptions(command, 'the poses say it').option(
    '--out <dir>',
    'where the files go (default: <name of the clip or poses file>-stridelab)',
    parseOut,
  );
  return addMannerOptions(command)
    .option('--json', 'print one JSON object: video, results, calculated_data, details')
    .option('--quiet', quietHelp)
    .action(async (clip: string | undefined, options: AnalyzeOptions) => {
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
  const directory = filesWanted ? (options.out ?? `${basename(named, extname(named))}-stridelab`) : null;
  const isReplaced = directory !== null && existsSync(join(directory, 'results.json'));
  const { analysis, bodies, files } = await withProgress(options.quiet === true, (progress) =>
    makeReport(source, { terms: options, manner: options }, directory, {
      signal,
      onProgress: ({ stage, percentage, frames }) =>
        progress.update(percentage, stageLabels[stage], {
          count: frames === null ? undefined : { done: frames.done, unit: 'frames' },
        }),
    }),
  );
  process.stdout.write(
    options.json
      ? `${JSON.stringify(bodies, null, 2)}\n`
      : `${await tablesOf(analysis)}\n${filesWritten(files, isReplaced)}\n${nextStep(directory)}`,
  );
}

/** What draws tables takes a while to load, and few of those who count seconds read them. */
async function tablesOf(analysis: Analysis): Promise<string> {
  const { resultTables } = await import('./result-tables.ts');
  return resultTables(analysis);
}

/** What each file is. */
const fileWords: Readonly<Record<string, string>> = {
  'annotated.mp4': 'the clip with skeleton and numbers: look at it first',
  'thumbnail.jpg': 'one telling moment of it',
  'results.json': 'what the Partner API answers',
  'calculated_data.json': 'the numbers behind it',
  'details.json': 'every number, curve and text',
  'poses.ndjson': 'what was read from the pictures, for `export` and `analyze --poses`',
};

/** @param isReplaced Whether there was an analysis in their folder before. */
function filesWritten(files: readonly string[], isReplaced: boolean): string {
  const width = Math.max(...files.map((file) => file.length));
  return [
    isReplaced ? 'Files, in place of those of an earlier analysis' : 'Files',
    ...files.map((file) => `  ${file.padEnd(width)}  ${fileWords[basename(file)] ?? ''}`.trimEnd()),
  ].join('\n');
}

/** What most people do next. */
const nextStep = (directory: string | null): string =>
  directory === null ? '' : `To print or mail it as one page: stridelab report ${shellWord(join(directory, '/'))}\n`;
