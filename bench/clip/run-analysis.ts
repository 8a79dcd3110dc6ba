import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtEntry } from '../../engine/built-entry.ts';
import { benchRunnerOptions } from '../pictures/painted-stride.ts';
import { endedChildrenCpuMs, type TreeMemory } from './process-tree.ts';
import { watchPeak } from './watch-peak.ts';

export interface AnalysisRun {
  readonly clipPath: string;
  /** Whether the annotated video and the thumbnail are made. */
  readonly video: boolean;
  /** Whether memory is sampled, which takes processor time itself: a run is timed or watched. */
  readonly watchMemory: boolean;
}

export interface AnalysisCost {
  /** From the start of the process to its end, when all JSON has come. */
  readonly wallMs: number;
  /** Processor time of all processes; null where the system does not tell. */
  readonly cpuMs: number | null;
  /** The largest sums that were seen; null where memory was not watched. */
  readonly peak: TreeMemory | null;
}

/** Runs the command line as a user does, and sees what it costs. @throws Error with its last words if it fails. */
export async function runAnalysis({ clipPath, video, watchMemory }: AnalysisRun): Promise<AnalysisCost> {
  const folder = await mkdtemp(join(tmpdir(), 'stridelab-bench-'));
  try {
    const cli = fileURLToPath(builtEntry(import.meta.url, '../../server/cli/main.js'));
    const output = video ? ['--out', join(folder, 'report')] : ['--no-video'];
    const cpuBefore = endedChildrenCpuMs();
    const start = performance.now();
    const child = spawn(
      process.execPath,
      [cli, 'analyze', clipPath, ...benchRunnerOptions, '--json', '--quiet', ...output],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const watch = watchMemory && child.pid !== undefined ? watchPeak(child.pid) : null;
    let json = '';
    let lastWords = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      json += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      lastWords = (lastWords + text).slice(-2000);
    });
    const [code] = await once(child, 'close');
    const wallMs = performance.now() - start;
    const peak = watch?.stop() ?? null;
    if (code !== 0) throw new Error(lastWords.trim().split('\n').at(-1) ?? `exit code ${code}`);
    JSON.parse(json);
    const cpuAfter = endedChildrenCpuMs();
    const cpuMs = cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore;
    return { wallMs, cpuMs, peak };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
