import type { AnalysisJob, FromWorker } from './job-messages.ts';

/** How a job ended. `stopped` is the caller's own wish; `lost` is a worker that died on it, with what it said last. */
export type JobOutcome =
  | Extract<FromWorker, { readonly type: 'done' | 'failed' | 'no room' }>
  | { readonly type: 'stopped' }
  | { readonly type: 'deadline' }
  | { readonly type: 'lost'; readonly words: string };

export interface RunOptions {
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  readonly onProgress: (percentage: number) => void;
}

/** What does one job after the other. */
export interface Analyser {
  /** Runs a job; never rejects. */
  run(job: AnalysisJob, options: RunOptions): Promise<JobOutcome>;
  close(): Promise<void>;
}
