import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { Command } from 'commander';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { networkFingerprint } from '../../engine/pose/custom/network-fingerprint.ts';
import { defaultThreads } from '../../engine/pose/loop/pose-options.ts';
import { allMetricsTable, type ClipResult, metricOf, summaryTable } from '../batch/batch-tables.ts';
import { clipTableName, flagsForClip, readClipTable, readSidecar } from '../batch/clip-options.ts';
import { fingerprintOf, isDone, markDone, unmark } from '../batch/done-mark.ts';
import { findClips } from '../batch/find-clips.ts';
import { type ClipOutcome, runBatch } from '../batch/run-batch.ts';
import { readDetails } from '../details/read-details.ts';
import { csv } from '../export/tables/csv.ts';
import { askedTerms, type TermFlags } from './asked-terms.ts';
import { fileSha256 } from './clip-id.ts';
import { exitCodes } from './exit-codes.ts';
import { makeReport } from './make-report.ts';
import { addMannerOptions, type MannerFlags } from './manner-options.ts';
import { parseUpTo } from './options.ts';
import { makeOutputFolder } from './output-folder.ts';
import { printJson, printTable } from './print.ts';
import { progressLine } from './progress-line.ts';
import { readVersion } from './read-version.ts';
import { addTermOptions } from './term-options.ts';
import { duration } from './time-left.ts';

interface BatchOptions extends TermFlags, MannerFlags {
  readonly recursive?: true;
  readonly options?: string;
  readonly jobs?: number;
  readonly again?: true;
  readonly out?: string;
  readonly json?: true;
  readonly quiet?: true;
}

/** `stridelab batch FOLDER`: every clip of a folder, several at a time; what is done is not done again. */
export function batchCommand(signal: AbortSignal): Command {
  const command = new Command('batch')
    .description('Analyse all clips of a folder. What is done is left as it is, so that a batch can be broken off.')
    .argument('<folder>', 'with MP4, MOV, AVI and WEBM files')
    .option('--recursive', 'folders within it too')
    .option(
      '--options <file>',
      `CSV table of what differs: clip, height, view, treadmill, pace, language, pronation-only (default: ${clipTableName} in the folder)`,
    )
    .option('--jobs <count>', 'clips at a time (default: one for every four cores)', parseUpTo(64))
    .option('--again', 'analyse what is done again')
    .option('--out <dir>', 'where the results go (default: <folder>-stridelab)');
  addMannerOptions(addTermOptions(command));
  return command
    .option('--json', 'print the outcome of every clip as JSON')
    .option('--quiet', 'show no progress')
    .addHelpText(
      'after',
      `
A JSON file beside a clip, run.json of run.mp4, goes before the table, and the table before the flags:
  {"height": 1.78, "treadmill": true, "pace": "05:30"}

Writes a folder for each clip, and summary.csv and metrics.csv of all. Ends with ${exitCodes.someFailed.code} when a clip failed.`,
    )
    .action((folder: string, options: BatchOptions) => batch(folder, options, signal));
}

async function batch(folder: string, options: BatchOptions, signal: AbortSignal): Promise<void> {
  const out = options.out ?? `${basename(resolve(folder))}-stridelab`;
  const found = await findClips(folder, { recursive: options.recursive === true, except: out });
  const tablePath = options.options ?? join(folder, clipTableName);
  const rows = options.options !== undefined || existsSync(tablePath) ? await readClipTable(tablePath) : new Map();
  // What the table names and is not there fails as a clip, so that it is told.
  const clips = [...new Set([...found, ...rows.keys()])].sort();
  if (clips.length === 0)
    throw new StrideError(
      'invalid_option',
      `${folder} holds no MP4, MOV, AVI or WEBM file${options.recursive ? '' : '; --recursive looks into its folders'}`,
    );
  makeOutputFolder(out);
  const jobs = Math.min(options.jobs ?? Math.max(1, Math.floor(availableParallelism() / 4)), clips.length);
  const manner = { ...options, threads: options.threads ?? Math.max(1, Math.floor(defaultThreads() / jobs)) };
  const how = {
    network: await networkFingerprint(options.network),
    drawn: options.video
      ? {
          size: options.videoSize,
          blurFace: options.blurFace === true,
          slowMotion: options.slowMotion === true,
        }
      : null,
    version: readVersion(),
  };
  const progress = await progressLine(options.quiet ?? false);
  const beganMs = performance.now();
  const outcomes = await runBatch(clips, {
    jobs,
    signal,
    analyse: async (clip, onProgress) => {
      const clipPath = join(folder, clip);
      const target = join(out, clip);
      const own = { ...rows.get(clip), ...(await readSidecar(folder, clip)) };
      const flags = flagsForClip(termsIn(options), own);
      const terms = askedTerms(flags, null);
      const clipSha256 = await fileSha256(clipPath).catch(() => null);
      const fingerprint = fingerprintOf({ clipSha256, terms, how });
      if (options.again !== true && (await isDone(target, fingerprint))) return 'kept';
      await unmark(target);
      await makeReport({ clipPath, posesPath: null }, { terms: flags, manner }, target, {
        signal,
        onProgress: ({ percentage }) => onProgress(percentage),
      });
      await markDone(target, fingerprint, clip);
      return 'done';
    },
    onProgress: (percentage, ended, worked) => {
      const minutes = (performance.now() - beganMs) / 60_000;
      const rate = worked === 0 || minutes < leastMinutes ? '' : `, ${(worked / minutes).toFixed(1)} a minute`;
      progress.update(percentage, `${ended} of ${clips.length} clips${rate}`);
    },
  }).finally(() => progress.stop());
  const results = await Promise.all(outcomes.map((outcome) => withDetails(outcome, join(out, outcome.clip))));
  await writeFile(join(out, 'summary.csv'), csv(summaryTable(results)));
  await writeFile(join(out, 'metrics.csv'), csv(allMetricsTable(results)));
  if (signal.aborted) {
    const left = outcomes.filter(({ status }) => status === 'open').length;
    throw new StrideError('aborted', `${left} of ${clips.length} clips are left; the same command goes on with them`);
  }
  tell(results, out, options.json === true, performance.now() - beganMs);
  if (outcomes.some(({ status }) => status === 'failed')) process.exitCode = exitCodes.someFailed.code;
}

/** Before this much has gone by, a rate says nothing. */
const leastMinutes = 0.05;

const termNames: readonly string[] = [
  ...(['view', 'pronationOnly', 'height', 'treadmill', 'pace', 'language'] satisfies (keyof TermFlags)[]),
];

const termsIn = (options: TermFlags): TermFlags =>
  Object.fromEntries(Object.entries(options).filter(([name]) => termNames.includes(name)));

async function withDetails(outcome: ClipOutcome, target: string): Promise<ClipResult> {
  if (outcome.status !== 'done' && outcome.status !== 'kept') return { ...outcome, details: null };
  return { ...outcome, details: readDetails(JSON.parse(await readFile(join(target, 'details.json'), 'utf8'))) };
}

function tell(results: readonly ClipResult[], out: string, json: boolean, elapsedMs: number): void {
  const count = (status: ClipOutcome['status']): number => results.filter((one) => one.status === status).length;
  if (json) {
    const clips = results.map(({ clip, status, code, message }) => ({ clip, status, code, message }));
    printJson({ out, done: count('done'), kept: count('kept'), failed: count('failed'), clips });
    return;
  }
  const shown = (details: ClipResult['details'], id: string, digits: number): string => {
    const metric = metricOf(details, id);
    return metric?.value == null || metric.halfWidth === null
      ? '–'
      : `${metric.value.toFixed(digits)} ± ${metric.halfWidth.toFixed(digits)}`;
  };
  printTable(
    ['Clip', 'Result', 'Steps/min', 'Contact ms', 'Score', 'Why not'],
    results.map(({ clip, status, code, message, details }) => [
      clip,
      status,
      shown(details, 'cadence', 1),
      shown(details, 'contactTime', 0),
      details?.totalScore == null ? '–' : `${Math.round(100 * details.totalScore)} %`,
      code === null ? (details?.running === false ? 'nobody runs' : '') : `${code}: ${message}`,
    ]),
  );
  process.stdout.write(
    `${count('done')} done, ${count('kept')} kept from before, ${count('failed')} failed, in ${duration(elapsedMs / 1000)}. See ${join(out, 'summary.csv')}.\n`,
  );
}
