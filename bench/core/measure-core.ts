import { builtEntry } from '../../engine/built-entry.ts';
import type { ProgressLine } from '../../server/cli/progress-line.ts';
import { startContender } from '../contender/start-contender.ts';
import { type CoreClip, coreClips } from './core-clips.ts';
import { type CoreTimes, coreStages } from './core-times.ts';

export interface CoreOptions {
  /** Turns whose median is given. */
  readonly rounds: number;
  /** Clips of a turn. */
  readonly clips: number;
  /** Clips that are measured before, and not counted. */
  readonly warmClips: number;
  readonly progress?: ProgressLine;
}

/** One turn of clips of one kind. */
export interface CoreTurn {
  /** Of all the process's threads, milliseconds per clip. */
  readonly cpuMs: number;
  readonly times: CoreTimes;
}

export interface CoreResult {
  readonly clip: CoreClip;
  readonly turns: readonly CoreTurn[];
}

/** V8 collects garbage in the thread that makes it: threads that help use processor time to wait for each other. */
const oneThread = ['--single-threaded-gc'];

/** So many clips go by until V8 has compiled what is run often: in the first 200 a clip takes twice the time, up to the 1500th still a fifth more. */
export const warmAfterClips = 2000;

/** Measures the signal core, warm; each kind of clip in a process of its own, turn by turn. */
export async function measureCore({ rounds, clips, warmClips, progress }: CoreOptions): Promise<CoreResult[]> {
  const entry = builtEntry(import.meta.url, './core-times.js');
  const running = await Promise.all(coreClips.map((clip) => startContender<CoreTimes>(entry, clip, oneThread)));
  try {
    for (const [index, contender] of running.entries()) {
      progress?.update((10 * index) / running.length, 'warming up');
      await contender.turn(warmClips);
    }
    const turns: CoreTurn[][] = coreClips.map(() => []);
    for (let round = 0; round < rounds; round++) {
      progress?.update(10 + (90 * round) / rounds, `round ${round + 1} of ${rounds}`);
      for (const [index, contender] of running.entries()) {
        const { cpuMs, outcome } = await contender.turn(clips);
        turns[index].push({ cpuMs: cpuMs / clips, times: outcome });
      }
    }
    return coreClips.map((clip, index) => ({ clip, turns: turns[index] }));
  } finally {
    await Promise.all(running.map((contender) => contender.close()));
  }
}

/** Milliseconds of the whole core, clip by clip. */
export const wholeMs = (times: CoreTimes): number[] =>
  times.tracks.map((_, index) => coreStages.reduce((sum, stage) => sum + times[stage][index], 0));
