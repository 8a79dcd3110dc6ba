import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { limitedCommand } from '../../engine/video/limits/limited-command.ts';
import { analysisLimits } from '../../engine/video/limits/process-limits.ts';
import type { Analyser, JobOutcome, RunOptions } from './analyser.ts';
import type { AnalysisJob, FromWorker, ToWorker } from './job-messages.ts';

interface LiveWorker {
  readonly child: ChildProcess;
  /** The end of what it wrote to its standard error. */
  words(): string;
}

/** How long a job may take to end by itself once it is told to. */
const abortGraceMs = 3000;
const keptWords = 4000;

/**
 * A worker process that runs one job at a time. One that died or had to be ended is replaced at the next job. It is a
 * process and not a thread because native inference can neither be ended in a thread nor crash there alone.
 */
export class AnalysisProcess implements Analyser {
  readonly #entry: URL;
  #worker: LiveWorker | null = null;

  /** @param entry The worker's module, as built JavaScript. */
  constructor(entry: URL) {
    this.#entry = entry;
  }

  /** Runs a job; never rejects. */
  async run(job: AnalysisJob, { deadlineMs, signal, onProgress }: RunOptions): Promise<JobOutcome> {
    if (signal.aborted) return { type: 'stopped' };
    const worker = this.#worker ?? this.#start();
    const giveUp = new AbortController();
    let ended: JobOutcome | null = null;
    let graceTimer: NodeJS.Timeout | undefined;
    const end = (outcome: JobOutcome): void => {
      if (ended !== null) return;
      ended = outcome;
      send(worker, { type: 'abort' });
      graceTimer = setTimeout(() => giveUp.abort(), abortGraceMs);
    };
    const stop = (): void => end({ type: 'stopped' });
    const deadlineTimer = setTimeout(() => end({ type: 'deadline' }), deadlineMs);
    signal.addEventListener('abort', stop, { once: true });
    send(worker, { type: 'run', job });
    const outcome = await nextOutcome(worker, onProgress, giveUp.signal);
    clearTimeout(deadlineTimer);
    clearTimeout(graceTimer);
    signal.removeEventListener('abort', stop);
    if (outcome.type === 'lost') await this.close();
    // A job that was done in spite of the wish to end it is done.
    return outcome.type === 'done' ? outcome : (ended ?? outcome);
  }

  /** Ends the process and all that it has started. */
  async close(): Promise<void> {
    const child = this.#worker?.child;
    this.#worker = null;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    endGroup(child);
    await gone;
  }

  #start(): LiveWorker {
    const plain = { program: process.execPath, args: [fileURLToPath(this.#entry)] };
    const { program, args } = limitedCommand(plain, analysisLimits);
    // A group of its own: Ctrl+C in a terminal is for the server, which then ends its workers in good order.
    const child = spawn(program, args, {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    yieldToServer(child);
    let words = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-keptWords);
    });
    const worker: LiveWorker = { child, words: () => words };
    const forget = (): void => {
      if (this.#worker === worker) this.#worker = null;
    };
    child.on('error', forget);
    child.on('exit', () => {
      forget();
      endGroup(child);
    });
    this.#worker = worker;
    return worker;
  }
}

/** It leads a group, in which are the processes that decode for it. */
function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch (error) {
    // Nobody is left in it.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Requests come before analyses where both want the same core. */
function yieldToServer(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // The process has ended already, or the system does not allow it: both show elsewhere or do no harm.
  }
}

/** A worker that is gone cannot be told anything; `exit` says so. */
const send = ({ child }: LiveWorker, message: ToWorker): void =>
  void (child.connected && child.send(message, () => undefined));

/** The worker's word on its job; `lost` when it dies, or when `giveUp` comes first. */
function nextOutcome(
  { child, words }: LiveWorker,
  onProgress: (percentage: number) => void,
  giveUp: AbortSignal,
): Promise<JobOutcome> {
  return new Promise((resolve) => {
    const settle = (outcome: JobOutcome): void => {
      child.off('message', onMessage);
      child.off('error', onError);
      child.off('close', onClose);
      giveUp.removeEventListener('abort', onGiveUp);
      resolve(outcome);
    };
    const onMessage = (message: unknown): void => {
      const said = message as FromWorker;
      if (said.type === 'progress') onProgress(said.percentage);
      else settle(said);
    };
    const lose = (how: string): void => settle({ type: 'lost', words: `${how}\n${words()}` });
    const onError = (error: Error): void => lose(error.message);
    const onClose = (code: number | null, signal: string | null): void =>
      lose(`the worker ended with ${signal ?? code}`);
    const onGiveUp = (): void => lose('the worker did not stop when it was told to');
    child.on('message', onMessage);
    child.on('error', onError);
    child.on('close', onClose);
    giveUp.addEventListener('abort', onGiveUp, { once: true });
  });
}
