import { Worker } from 'node:worker_threads';
import type { AnalysisJob, FromWorker, ToWorker } from './job-messages.ts';

/** How a job ended. `stopped` is the caller's own wish; `lost` is a thread that died on it. */
export type JobOutcome =
  | Extract<FromWorker, { readonly type: 'done' | 'failed' }>
  | { readonly type: 'stopped' }
  | { readonly type: 'deadline' }
  | { readonly type: 'lost'; readonly error: Error };

export interface RunOptions {
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  readonly onProgress: (percentage: number) => void;
}

/** How long a job may take to end by itself once it is told to. */
const abortGraceMs = 3000;

/** A worker thread that runs one job at a time. A thread that died or had to be ended is replaced at the next job. */
export class AnalysisThread {
  readonly #entry: URL;
  #worker: Worker | null = null;

  /** @param entry The worker's module, as built JavaScript. */
  constructor(entry: URL) {
    this.#entry = entry;
  }

  /** Runs a job; never rejects. */
  async run(job: AnalysisJob, { deadlineMs, signal, onProgress }: RunOptions): Promise<JobOutcome> {
    if (signal.aborted) return { type: 'stopped' };
    const worker = this.#worker ?? this.#startWorker();
    const ending = new AbortController();
    let ended: JobOutcome | null = null;
    let graceTimer: NodeJS.Timeout | undefined;
    const end = (outcome: JobOutcome): void => {
      if (ended !== null) return;
      ended = outcome;
      send(worker, { type: 'abort' });
      graceTimer = setTimeout(() => ending.abort(), abortGraceMs);
    };
    const stop = (): void => end({ type: 'stopped' });
    const deadlineTimer = setTimeout(() => end({ type: 'deadline' }), deadlineMs);
    signal.addEventListener('abort', stop, { once: true });
    send(worker, { type: 'run', job });
    const outcome = await nextOutcome(worker, onProgress, ending.signal);
    clearTimeout(deadlineTimer);
    clearTimeout(graceTimer);
    signal.removeEventListener('abort', stop);
    if (outcome === null || outcome.type === 'lost') await this.close();
    // A job that was done in spite of the wish to end it is done.
    if (outcome?.type === 'done') return outcome;
    return ended ?? outcome ?? { type: 'lost', error: new Error('the worker gave no answer') };
  }

  #startWorker(): Worker {
    const worker = new Worker(this.#entry);
    const forget = (): void => {
      if (this.#worker === worker) this.#worker = null;
    };
    // A thread that dies between two jobs would otherwise take the server with it.
    worker.on('error', forget);
    worker.on('exit', forget);
    this.#worker = worker;
    return worker;
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}

const send = (worker: Worker, message: ToWorker): void => worker.postMessage(message);

/** The worker's word on its job; `lost` when it dies, null when `giveUp` comes first. */
function nextOutcome(
  worker: Worker,
  onProgress: (percentage: number) => void,
  giveUp: AbortSignal,
): Promise<JobOutcome | null> {
  return new Promise((resolve) => {
    const settle = (outcome: JobOutcome | null): void => {
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
      giveUp.removeEventListener('abort', onGiveUp);
      resolve(outcome);
    };
    const onMessage = (message: FromWorker): void => {
      if (message.type === 'progress') onProgress(message.percentage);
      else settle(message);
    };
    const onError = (error: Error): void => settle({ type: 'lost', error });
    const onExit = (code: number): void => settle({ type: 'lost', error: new Error(`the worker exited with ${code}`) });
    const onGiveUp = (): void => settle(null);
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    giveUp.addEventListener('abort', onGiveUp, { once: true });
  });
}
