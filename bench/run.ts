import { Command, InvalidArgumentError } from 'commander';
import type { NetworkChoice } from '../engine/pose/custom/network-choice.ts';
import { type NetworkId, networkIds } from '../models/registry.ts';
import { exitCodeOf, explainError } from '../server/cli/exit-codes.ts';
import { parseNetwork } from '../server/cli/options.ts';
import { progressLine } from '../server/cli/progress-line.ts';
import { type AccuracyPart, accuracyParts } from './report/accuracy-page.ts';
import { benchmarksPage, type SectionId } from './report/benchmarks-page.ts';
import { stamp } from './report/machine.ts';
import { type ReliabilityPart, reliabilityParts } from './report/reliability-page.ts';
import { writeSection } from './report/sectioned-page.ts';

interface BenchOptions {
  readonly rounds?: number;
  readonly networks?: readonly NetworkId[];
  readonly quick?: true;
}

/** Turns whose median is given; those of whole clips are long. */
const defaultRounds = { 'frame-loop': 5, clip: 3, core: 7, api: 3, emulator: 5, console: 5 };

const program = new Command('npm run bench --')
  .description(
    'Measurements. Each writes its page or its section of docs/benchmarks.md; what cannot be had on this machine is left out or says so.',
  )
  .showHelpAfterError('(add --help for the benches and their options)');

const rounds = ['--rounds <n>', 'turns of which the median is given', parseCount] as const;
const networks = ['--networks <ids>', `of ${networkIds.join(', ')}; all by default`, parseNetworks] as const;
const quickLook = ['--quick', 'a rough look: one short turn'] as const;

program
  .command('frame-loop')
  .description('networks and runtimes, stage by stage, beside pose-detection in the same run')
  .option(...rounds)
  .option(...networks)
  .option(...quickLook)
  .action(async (options: BenchOptions) => {
    const { measureFrameLoop } = await import('./frame-loop/frame-loop.ts');
    const { frameLoopSection } = await import('./frame-loop/frame-loop-section.ts');
    const progress = await progressLine(false);
    const result = await measureFrameLoop({
      networks: options.networks ?? networkIds,
      rounds: options.rounds ?? (options.quick ? 1 : defaultRounds['frame-loop']),
      turnMs: options.quick ? 300 : 1000,
      stageFrames: options.quick ? 30 : 200,
      progress,
    });
    progress.stop();
    await publish('frame-loop', frameLoopSection(result, networkIds), options);
  });

program
  .command('clip')
  .description('whole analyses of 10 s clips, from the start of the process to its JSON; the first use makes the clips')
  .option(...rounds)
  .option(...quickLook)
  .action(async (options: BenchOptions) => {
    const { benchClips } = await import('./clip/bench-clips.ts');
    const { measureClips } = await import('./clip/measure-clips.ts');
    const { clipSection } = await import('./clip/clip-section.ts');
    const progress = await progressLine(false);
    const turns = options.rounds ?? (options.quick ? 1 : defaultRounds.clip);
    const all = Object.values(benchClips);
    const results = await measureClips({ clips: options.quick ? all.slice(0, 1) : all, rounds: turns, progress });
    progress.stop();
    await publish('clip', clipSection(results, turns), options);
  });

program
  .command('core')
  .description('the signal core alone, from keypoints to score: clips per second of one core, stage by stage')
  .option(...rounds)
  .option(...quickLook)
  .action(async (options: BenchOptions) => {
    const { measureCore, warmAfterClips } = await import('./core/measure-core.ts');
    const { coreSection } = await import('./core/core-section.ts');
    const progress = await progressLine(false);
    const turns = options.rounds ?? (options.quick ? 1 : defaultRounds.core);
    const results = await measureCore({
      rounds: turns,
      clips: options.quick ? 50 : 100,
      warmClips: options.quick ? 200 : warmAfterClips,
      progress,
    });
    progress.stop();
    await publish('core', coreSection(results), options);
  });

program
  .command('api')
  .description('the server from outside: latency of polling while analyses run, start, uploads')
  .option(...rounds)
  .option(...quickLook)
  .action(async (options: BenchOptions) => {
    const { measureApi } = await import('./api/measure-api.ts');
    const { apiSection } = await import('./api/api-section.ts');
    const progress = await progressLine(false);
    const turns = options.rounds ?? (options.quick ? 1 : defaultRounds.api);
    const results = await measureApi({ rounds: turns, seconds: options.quick ? 3 : 15, progress });
    progress.stop();
    await publish('api', apiSection(results), options);
  });

program
  .command('emulator')
  .description('the emulator from outside, beside Prism: start, results and whole cycles per second')
  .option(...rounds)
  .option(...quickLook)
  .action(async (options: BenchOptions) => {
    const { measureEmulator } = await import('./emulator/measure-emulator.ts');
    const { emulatorSection } = await import('./emulator/emulator-section.ts');
    const progress = await progressLine(false);
    const turns = options.rounds ?? (options.quick ? 1 : defaultRounds.emulator);
    const results = await measureEmulator({ rounds: turns, measureMs: options.quick ? 500 : 2000, progress });
    progress.stop();
    await publish('emulator', emulatorSection(results), options);
  });

program
  .command('console')
  .description('the console in a browser: first paint and size of its pages, requests to elsewhere')
  .option(...rounds)
  .option(...quickLook)
  .action(async (options: BenchOptions) => {
    const { measureConsole } = await import('./console/measure-console.ts');
    const { consoleSection } = await import('./console/console-section.ts');
    const progress = await progressLine(false);
    const turns = options.rounds ?? (options.quick ? 1 : defaultRounds.console);
    const result = await measureConsole({ rounds: turns, progress });
    progress.stop();
    await publish('console', consoleSection(result), options);
  });

program
  .command('limit')
  .description('operations and bytes of each network and stage against what this processor can do')
  .option(...networks)
  .option(...quickLook)
  .action(async (options: BenchOptions) => {
    const { measureLimit } = await import('./limit/measure-limit.ts');
    const { limitSection } = await import('./limit/limit-section.ts');
    const progress = await progressLine(false);
    const frames = options.quick ? 20 : 80;
    const result = await measureLimit({ networks: options.networks ?? networkIds, frames, progress });
    progress.stop();
    await publish('limit', limitSection(result), options);
  });

program
  .command('accuracy')
  .description('errors, limits of agreement and interval coverage against exact truth; writes docs/accuracy.md')
  .option(...partOf(accuracyParts))
  .option(...quickLook)
  .action(async (options: { readonly part?: AccuracyPart; readonly quick?: true }) => {
    const { accuracyBench } = await import('./accuracy/accuracy-bench.ts');
    const parts = options.part === undefined ? (Object.keys(accuracyParts) as AccuracyPart[]) : [options.part];
    await accuracyBench(parts, options.quick === true);
  });

program
  .command('reliability')
  .description('kills, hostile files and requests, several machines; writes docs/reliability.md')
  .option(...partOf(reliabilityParts))
  .option(...quickLook)
  .action(async (options: { readonly part?: ReliabilityPart; readonly quick?: true }) => {
    const { reliabilityBench } = await import('./reliability/reliability-bench.ts');
    const parts = options.part === undefined ? (Object.keys(reliabilityParts) as ReliabilityPart[]) : [options.part];
    await reliabilityBench(parts, options.quick === true);
  });

program
  .command('own')
  .description('your own clips from the side against what you know of them; prints tables, writes no page')
  .argument('<folder>', 'clips, each with NAME.truth.json beside it (docs/guides/benchmark.md)')
  .option('--network <id>', 'pose network, or a .json file that describes your own', parseNetwork, 'blazepose-full')
  .action(async (folder: string, { network }: { readonly network: NetworkChoice }) => {
    const { ownClips } = await import('./own/own-clips.ts');
    const { measureOwnClips, ownSection } = await import('./own/own-section.ts');
    const { clips, withoutTruth } = ownClips(folder);
    const progress = await progressLine(false);
    const outcomes = await measureOwnClips(clips, network, progress);
    progress.stop();
    process.stdout.write(`${ownSection(outcomes)}\n`);
    if (withoutTruth.length > 0)
      process.stderr.write(`Left out, without a NAME.truth.json beside them: ${withoutTruth.join(', ')}\n`);
  });

async function publish(section: SectionId, text: string, { quick }: BenchOptions): Promise<void> {
  const page = await writeSection(benchmarksPage, section, text, quick ? `A quick look. ${stamp()}` : stamp());
  process.stdout.write(`${text}\n\nWritten to ${page}\n`);
}

/** The option that picks one part of a page. */
function partOf<Id extends string>(parts: Readonly<Record<Id, string>>) {
  const ids = Object.keys(parts) as Id[];
  const parse = (text: string): Id => {
    const part = ids.find((id) => id === text);
    if (part === undefined) throw new InvalidArgumentError(`${text} is none of ${ids.join(', ')}.`);
    return part;
  };
  return ['--part <part>', `of ${ids.join(', ')}; all by default`, parse] as const;
}

function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 100) throw new InvalidArgumentError('1 to 100.');
  return count;
}

function parseNetworks(text: string): NetworkId[] {
  return text.split(',').map((name) => {
    const id = networkIds.find((candidate) => candidate === name);
    if (id === undefined) throw new InvalidArgumentError(`${name} is none of ${networkIds.join(', ')}.`);
    return id;
  });
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${explainError(error)}\n`);
  process.exitCode = exitCodeOf(error);
}
