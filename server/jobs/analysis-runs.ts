import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { NetworkId } from '../../models/registry.ts';
import { failureReason } from '../contract/errors.ts';
import type { FailureReason } from '../contract/schemas/results.ts';
import type { AnalysisRecord } from '../store/analysis-record.ts';
import type { AnalysisStore } from '../store/analysis-store.ts';
import type { DataDir } from '../store/data-dir.ts';
import { mediaFolder } from '../store/media-files.ts';
import type { Analyser, JobOutcome } from './analyser.ts';
import { jobOf } from './job-of-record.ts';

export interface RunsOptions {
  readonly store: Pick<AnalysisStore, 'setPercentage' | 'succeed' | 'fail' | 'handBack'>;
  readonly dir: DataDir;
  /** Longest time of one run. */
  readonly deadlineMs: number;
  /** Threads of one analysis. */
  readonly threads: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly network: NetworkId;
  /** Whether runners are made unrecognisable in the pictures. */
  readonly blurFaces: boolean;
  readonly logger: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>;
}

/** What became of a run: the analysis has ended, waits again, or belongs to another run. */
export type RunEnd = 'ended' | 'handed back' | 'taken over';

/** Percentages are written no more often than this: each is a commit, which waits for the disk. */
const leastMsBetweenPercentages = 200;

/** How long a run waits after the store has failed it, before it asks again. */
const storeRetryMs = 1000;

/** Runs analyses that have been taken, and writes down what came out. */
export class AnalysisRuns {
  readonly #options: RunsOptions;
  readonly #closing = new AbortController();

  constructor(options: RunsOptions) {
    this.#options = options;
  }

  /** Outcomes that cannot be kept are given up from now on; the analyses are run again elsewhere or later. */
  close(): void {
    this.#closing.abort();
  }

  /** Runs an analysis until it ends or the signal aborts it; never rejects. */
  async run(record: AnalysisRecord, analyser: Analyser, signal: AbortSignal): Promise<RunEnd> {
    const { dir, network, blurFaces, threads, deadlineMs, logger } = this.#options;
    const { id: analysis, attempt, requestId } = record;
    logger.info({ analysis, attempt, requestId }, 'analysis began');
    const beganMs = performance.now();
    const outcome = await analyser.run(jobOf(record, dir, network, threads, blurFaces), {
      deadlineMs,
      signal,
      onProgress: this.#progressWriter(record),
    });
    const end = await this.#settleAtLast(record, outcome);
    const durationMs = Math.round(performance.now() - beganMs);
    logger.info({ analysis, attempt, requestId, outcome: outcome.type, end, durationMs }, 'analysis ended');
    return end;
  }

  /** What came out is not lost while the store is out of reach, as on a full disk: it is tried again until it is kept. */
  async #settleAtLast(record: AnalysisRecord, outcome: JobOutcome): Promise<RunEnd> {
    for (;;) {
      try {
        return await this.#settle(record, outcome);
      } catch (error) {
        this.#options.logger.error({ err: error, analysis: record.id }, 'an outcome could not be kept');
        if (this.#closing.signal.aborted) return 'taken over';
        await sleep(storeRetryMs, undefined, { signal: this.#closing.signal }).catch(() => undefined);
      }
    }
  }

  async #settle(record: AnalysisRecord, outcome: JobOutcome): Promise<RunEnd> {
    const { store, logger, now } = this.#options;
    if (outcome.type === 'done') {
      if (!(await store.succeed(record, outcome.result, now()))) return 'taken over';
      await this.#removeUpload(record);
      return 'ended';
    }
    if (outcome.type === 'stopped') {
      await this.#removePictures(record);
      return (await store.handBack(record)) ? 'handed back' : 'taken over';
    }
    if (outcome.type === 'deadline') return this.#fail(record, failureReason('deadline_exceeded'));
    if (outcome.type === 'failed' && outcome.code !== null) {
      logger.info({ analysis: record.id, code: outcome.code, message: outcome.message }, 'analysis failed');
      return this.#fail(record, failureReason(outcome.code, outcome.message));
    }
    const words = outcome.type === 'failed' ? outcome.stack : outcome.words;
    logger.error({ analysis: record.id, words }, 'analysis stopped unexpectedly');
    return this.#fail(record, failureReason('internal_error'));
  }

  async #fail(record: AnalysisRecord, reason: FailureReason): Promise<RunEnd> {
    const { store, now } = this.#options;
    // Of a run that is no longer the record's own, the files are no longer either.
    if (!(await store.fail(record, reason, now()))) return 'taken over';
    await this.#removePictures(record);
    await this.#removeUpload(record);
    return 'ended';
  }

  async #removePictures(record: AnalysisRecord): Promise<void> {
    await rm(mediaFolder(this.#options.dir, record.id), { recursive: true, force: true });
  }

  async #removeUpload(record: AnalysisRecord): Promise<void> {
    await rm(join(this.#options.dir.uploadsDir, record.uploadName), { force: true });
  }

  /** Writes whole percents, each once at most; 100 is said by success alone. */
  #progressWriter(record: AnalysisRecord): (percentage: number) => void {
    const { store, logger, now } = this.#options;
    let written = 0;
    let writtenMs = Number.NEGATIVE_INFINITY;
    return (percentage) => {
      const whole = Math.min(99, Math.floor(percentage));
      const ms = performance.now();
      if (whole <= written || ms - writtenMs < leastMsBetweenPercentages) return;
      written = whole;
      writtenMs = ms;
      store
        .setPercentage(record, whole, now())
        .catch((error: unknown) => logger.warn({ err: error }, 'progress was not kept'));
    };
  }
}
