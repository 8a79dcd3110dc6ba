import { availableParallelism } from 'node:os';
import { defaultThreads } from '../../engine/pose/loop/pose-options.ts';
import { failureReason } from '../contract/errors.ts';
import type { AnalysisStore, LostRuns } from '../store/analysis-store.ts';
import type { MediaStore } from '../store/media/media-store.ts';
import type { Analyser } from './analyser.ts';
import type { RunsOptions } from './analysis-runs.ts';

/** What every queue is told. */
export interface QueueOptions extends Omit<RunsOptions, 'store' | 'threads' | 'room'> {
  readonly store: AnalysisStore;
  /** Analyses at a time; 0 runs none. */
  readonly workers: number;
  /** Threads of one analysis; null for as many as fill the cores together. */
  readonly threads: number | null;
  /** After how long the job of a worker that is not heard of is another's. */
  readonly leaseMs: number;
  /** So many runs of an analysis may be lost with their workers; with the last it fails. */
  readonly mostLostRuns: number;
  readonly newAnalyser: () => Analyser;
  /** Bytes that are free where analyses make their files. */
  readonly freeBytes: () => Promise<number>;
}

type LostRunsOptions = Pick<QueueOptions, 'mostLostRuns' | 'logger'> & {
  readonly media: Pick<MediaStore, 'removeUpload'>;
};

export const defaultLeaseMs = 30_000;

/** Analyses at a time where nobody says how many. */
export const defaultWorkers = (): number => Math.min(8, Math.max(1, availableParallelism() - 1));

/** Threads of one analysis when so many run at a time: together they fill the cores. */
export const threadsBeside = (workers: number): number =>
  Math.min(defaultThreads(), Math.max(1, Math.ceil(availableParallelism() / Math.max(1, workers))));

/** How long a transaction may idle: what a machine that is gone has taken must be free long before its leases end. */
export const idleWithin = (leaseMs: number): number => Math.max(500, leaseMs / 10);

/** What becomes of lost runs: with the last the analysis fails, and its upload is removed. */
export const lostRuns = ({ mostLostRuns, media, logger }: LostRunsOptions): LostRuns => ({
  most: mostLostRuns,
  reason: failureReason('interrupted_too_often'),
  onGivenUp: (uploadName) =>
    void media
      .removeUpload(uploadName)
      .catch((error: unknown) => logger.warn({ err: error }, 'something could not be removed')),
});
