import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import { defaultThreads } from '../../engine/pose/loop/pose-options.ts';
import type { NetworkId } from '../../models/registry.ts';
import { failureReason } from '../contract/errors.ts';
import type { FailureReason } from '../contract/schemas/results.ts';
import type { AnalysisRecord } from '../store/analysis-record.ts';
import type { AnalysisStore } from '../store/analysis-store.ts';
import type { DataDir } from '../store/data-dir.ts';
import { mediaFolder } from '../store/media-files.ts';
import { AnalysisProcess, type JobOutcome } from './analysis-process.ts';
import { jobOf } from './job-of-record.ts';

export interface QueueOptions {
  readonly store: AnalysisStore;
  readonly dir: DataDir;
  readonly workers: number;
  /** Longest time of one run. */
  readonly deadlineMs: number;
  /** Threads of one analysis; null for as many as fill the cores together. */
  readonly threads: number | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly network: NetworkId;
  readonly logger: FastifyBaseLogger;
  /** The worker's module, as built JavaScript. */
  readonly workerEntry: URL;
}

/** Threads of one analysis when so many run at a time: together they fill the cores. */
const threadsBeside = (workers: number): number =>
  Math.min(defaultThreads(), Math.max(1, Math.ceil(availableParallelism() / workers)));

/** Percentages are written no more often than this: each is a commit, which waits for the disk. */
const leastMsBetweenPercentages = 200;

/** How long the queue waits after the store has failed it, before it asks again. */
const storeRetryMs = 1000;

/** Runs waiting analyses, `workers` at a time, each in a process of its own. */
export class AnalysisQueue {
  readonly #options: QueueOptions;
  readonly #stopping = new AbortController();
  readonly #idle = new Set<() => void>();
  #loops: readonly Promise<void>[] = [];
  #wakes = 0;

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  start(): void {
    this.#loops = Array.from({ length: this.#options.workers }, () => this.#work());
  }

  /** Says that an analysis may be waiting. */
  wake(): void {
    this.#wakes++;
    for (const resume of this.#idle) resume();
    this.#idle.clear();
  }

  /** Takes no more, ends what runs and puts it back to wait. */
  async close(): Promise<void> {
    this.#stopping.abort();
    this.wake();
    await Promise.all(this.#loops);
  }

  async #work(): Promise<void> {
    const worker = new AnalysisProcess(this.#options.workerEntry);
    while (!this.#stopping.signal.aborted) {
      const wakes = this.#wakes;
      try {
        const record = await this.#options.store.takeNext(this.#options.now());
        if (record === null) await this.#nextWake(wakes);
        else await this.#run(record, worker);
      } catch (error) {
        this.#options.logger.error({ err: error }, 'the queue could not reach its store');
        await this.#nextWake(wakes, storeRetryMs);
      }
    }
    await worker.close();
  }

  async #run(record: AnalysisRecord, worker: AnalysisProcess): Promise<void> {
    const { dir, network, deadlineMs } = this.#options;
    const threads = this.#options.threads ?? threadsBeside(this.#options.workers);
    const outcome = await worker.run(jobOf(record, dir, network, threads), {
      deadlineMs,
      signal: this.#stopping.signal,
      onProgress: this.#progressWriter(record),
    });
    await this.#settleAtLast(record, outcome);
  }

  /** What came out is not lost while the store is out of reach, as on a full disk: it is tried again until it is kept. */
  async #settleAtLast(record: AnalysisRecord, outcome: JobOutcome): Promise<void> {
    for (;;) {
      const wakes = this.#wakes;
      try {
        return await this.#settle(record, outcome);
      } catch (error) {
        this.#options.logger.error({ err: error, analysis: record.id }, 'an outcome could not be kept');
        // The next start of the server runs the analysis again.
        if (this.#stopping.signal.aborted) return;
        await this.#nextWake(wakes, storeRetryMs);
      }
    }
  }

  async #settle(record: AnalysisRecord, outcome: JobOutcome): Promise<void> {
    const { store, logger, now } = this.#options;
    if (outcome.type === 'done') {
      if (await store.succeed(record, outcome.result, now())) await this.#removeUpload(record);
      return;
    }
    if (outcome.type === 'stopped') {
      await this.#removePictures(record);
      await store.handBack(record);
    } else if (outcome.type === 'deadline') {
      await this.#fail(record, failureReason('deadline_exceeded'));
    } else if (outcome.type === 'failed' && outcome.code !== null) {
      logger.info({ analysis: record.id, code: outcome.code, message: outcome.message }, 'analysis failed');
      await this.#fail(record, failureReason(outcome.code, outcome.message));
    } else {
      const words = outcome.type === 'failed' ? outcome.stack : outcome.words;
      logger.error({ analysis: record.id, words }, 'analysis stopped unexpectedly');
      await this.#fail(record, failureReason('internal_error'));
    }
  }

  async #fail(record: AnalysisRecord, reason: FailureReason): Promise<void> {
    const { store, now } = this.#options;
    // Of a run that is no longer the record's own, the files are no longer either.
    if (!(await store.fail(record, reason, now()))) return;
    await this.#removePictures(record);
    await this.#removeUpload(record);
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

  /** Waits for a wake that came after the count `wakes` was read. */
  async #nextWake(wakes: number, timeoutMs?: number): Promise<void> {
    if (this.#stopping.signal.aborted || wakes !== this.#wakes) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#idle.add(resolve);
      if (timeoutMs !== undefined) timer = setTimeout(resolve, timeoutMs);
    });
    clearTimeout(timer);
  }
}
