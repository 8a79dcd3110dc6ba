import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { Command } from 'commander';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { networkFingerprint } from '../../engine/pose/custom/network-fingerprint.ts';
import { defaultThreads } from '../../engine/pose/loop/pose-options.ts';
import { clipTableName, flagsForClip, readClipTable, readSidecar } from '../batch/clip-options.ts';
import { type ClipResult, clipResult } from '../batch/clip-result.ts';
import { fingerprintOf, isDone, markDone, unmark } from '../batch/done-mark.ts';
import { findClips } from '../batch/find-clips.ts';
import { runBatch } from '../batch/run-batch.ts';
import { writeTables } from '../batch/write-tables.ts';
import { askedTerms, type TermFlags } from './asked-terms.ts';
import { tellBatch, toldOf } from './batch-table.ts';
import { fileSha256 } from './clip-id.ts';
import { exitCodes } from './exit-codes.ts';
import { makeReport } from './make-report.ts';
import { addMannerOptions, type MannerFlags } from './manner-options.ts';
import { parseOut, parseUpTo } from './options.ts';
import { makeOutputFolder } from './output-folder.ts';
import { quietHelp, withProgress } from './progress-line.ts';
import { readVersion } from './read-version.ts';
import { addTermOptions } from './term-options.ts';

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
    .description(
      'Analyse all clips of a folder. Finished clips are skipped, so a batch can be interrupted and continued.',
    )
    .argument('<folder>', 'with MP4, MOV, AVI and WEBM files')
    .option('--recursive', 'include subfolders')
    .option(
      '--options <file>',
      `CSV table of options per clip: clip, height, view, treadmill, pace, language, pronation-only (default: ${clipTableName} in the folder)`,
    )
    .option('--jobs <count>', 'clips at a time (default: one for every four cores)', parseUpTo(64))
    .option('--again', 'analyse finished clips again')
    .option('--out <dir>', 'where the results go (default: <folder>-stridelab)', parseOut);
  addMannerOptions(addTermOptions(command, 'the table or a file beside the clip says it'));
  return command
    .option('--json', 'print the outcome of every clip as JSON')
    .option('--quiet', quietHelp)
    .addHelpText(
      'after',
      `
A JSON file beside a clip, run.json of run.mp4, goes before the table, and the table before the flags:
  {"height": 1.78, "treadmill": true, "pace": "05:30"}

Writes a folder for each clip, and summary.csv and metrics.csv of all. A clip is done, kept from before, unmeasured
when all its numbers are withheld, or failed. Ends with ${exitCodes.someFailed.code} when a clip failed.`,
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
  const beganMs = performance.now();
  const outcomes = await withProgress(options.quiet === true, (progress) =>
    runBatch(clips, {
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
      onProgress: ({ percentage, ended, worked, workShare }) =>
        progress.update(percentage, `${ended} of ${clips.length} clips`, {
          count: { done: worked, unit: 'clips' },
          workShare,
        }),
    }),
  );
  const results = async function* (): AsyncGenerator<ClipResult> {
    for (const outcome of outcomes) yield clipResult(outcome, join(out, outcome.clip));
  };
  const told = await writeTables(out, results(), toldOf);
  if (signal.aborted) {
    const left = outcomes.filter(({ status }) => status === 'open').length;
    throw new StrideError('aborted', `${left} of ${clips.length} clips are left; the same command goes on with them`);
  }
  tellBatch(told, out, { json: options.json === true, elapsedMs: performance.now() - beganMs });
  if (outcomes.some(({ status }) => status === 'failed')) process.exitCode = exitCodes.someFailed.code;
}

const termNames: readonly string[] = [
  ...(['view', 'pronationOnly', 'height', 'treadmill', 'pace', 'language'] satisfies (keyof TermFlags)[]),
];

const termsIn = (options: TermFlags): TermFlags =>
  Object.fromEntries(Object.entries(options).filter(([name]) => termNames.includes(name)));
