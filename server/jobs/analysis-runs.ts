import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import { isNoRoom } from '../../engine/errors/no-room.ts';
import type { NetworkId } from '../../models/registry.ts';
import { failureReason } from '../contract/errors.ts';
import type { FailureReason } from '../contract/schemas/results.ts';
import { OutageLog, outageOf } from '../logs/outage-log.ts';
import type { AnalysisRecord } from '../store/analysis-record.ts';
import type { AnalysisStore } from '../store/analysis-store.ts';
import { isPassingFault } from '../store/explain-store-error.ts';
import type { MediaStore } from '../store/media/media-store.ts';
import type { LocalFile } from '../store/media/object-store.ts';
import type { Analyser, JobOutcome } from './analyser.ts';
import { jobOf } from './job-of-record.ts';
import type { RoomGate } from './room-gate.ts';

export interface RunsOptions {
  readonly store: Pick<AnalysisStore, 'setPercentage' | 'succeed' | 'hasSucceeded' | 'holds' | 'fail' | 'handBack'>;
  readonly media: Pick<MediaStore, 'scratchPath' | 'localUpload' | 'removeUpload' | 'keep' | 'remove'>;
  /** Longest time of one run. */
  readonly deadlineMs: number;
  /** Threads of one analysis. */
  readonly threads: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly network: NetworkId;
  /** Whether runners are made unrecognisable in the pictures. */
  readonly blurFaces: boolean;
  /** Whether annotated videos end with a stride in slow motion. */
  readonly slowMotion: boolean;
  readonly logger: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>;
  /** Told when the store fails, and when it works. */
  readonly outage: OutageLog;
  /** Told of a run that found no room for its files, before the analysis waits again. */
  readonly room: Pick<RoomGate, 'failed'>;
}

/** What became of a run: the analysis has ended, waits again, or belongs to another run. */
export type RunEnd = 'ended' | 'handed back' | 'taken over';

/** Percentages are written no more often than this: each is a commit, which waits for the disk. */
const leastMsBetweenPercentages = 200;

/** How long a run waits after the store has failed it, before it asks again: sooner than others notice that its lease has ended. */
const storeRetryMs = 250;

/** Runs analyses that have been taken, and writes down what came out. */
export class AnalysisRuns {
  readonly #options: RunsOptions;
  readonly #discarded = new Set<string>();
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
    const { logger, media } = this.#options;
    const { id: analysis, attempt, requestId } = record;
    logger.info({ analysis, attempt, requestId }, 'analysis began');
    const beganMs = performance.now();
    // What a run leaves is made apart and taken in as a whole, under its own number.
    const folder = media.scratchPath();
    const outcome = await this.#analyse(record, folder, analyser, signal);
    if (outcome.type === 'no room') {
      this.#options.room.failed(new Error(outcome.message), { analysis, requestId });
      // What was made is in the way, of others too.
      await this.#tidy(() => rm(folder, { recursive: true, force: true }));
    }
    const end = await this.#settleAtLast(record, outcome, folder);
    await this.#discard(folder);
    const durationMs = Math.round(performance.now() - beganMs);
    logger.info({ analysis, attempt, requestId, outcome: outcome.type, end, durationMs }, 'analysis ended');
    return end;
  }

  async #analyse(
    record: AnalysisRecord,
    mediaDir: string,
    analyser: Analyser,
    signal: AbortSignal,
  ): Promise<JobOutcome> {
    const { network, blurFaces, slowMotion, threads, deadlineMs } = this.#options;
    let upload: LocalFile | null | 'stopped';
    try {
      upload = await this.#fetch(record, signal);
    } catch (error) {
      if (isNoRoom(error)) return { type: 'no room', message: error instanceof Error ? error.message : String(error) };
      return { type: 'lost', words: `the upload ${record.uploadName} cannot be read\n${wordsOf(error)}` };
    }
    if (upload === 'stopped') return { type: 'stopped' };
    if (upload === null) return { type: 'lost', words: `the upload ${record.uploadName} is gone` };
    const { path: videoPath, release } = upload;
    try {
      return await analyser.run(
        jobOf(record, { videoPath, mediaDir }, network, threads, { blurFace: blurFaces, slowMotion }),
        {
          deadlineMs,
          signal,
          onProgress: this.#progressWriter(record),
        },
      );
    } catch (error) {
      // As where the system has no memory left for one more process.
      return { type: 'lost', words: wordsOf(error) };
    } finally {
      await this.#tidy(release);
    }
  }

  /**
   * The video, once its place can be reached; null where it is not there.
   *
   * @throws What trying again here does not mend.
   */
  async #fetch(record: AnalysisRecord, signal: AbortSignal): Promise<LocalFile | null | 'stopped'> {
    const outage = new OutageLog(outageOf('reaching an upload'), this.#options.logger);
    while (!signal.aborted) {
      try {
        return await this.#options.media.localUpload(record.uploadName);
      } catch (error) {
        if (isNoRoom(error) || !isPassingFault(error)) throw error;
        outage.failed(error, { analysis: record.id, requestId: record.requestId });
        await sleep(storeRetryMs, undefined, { signal }).catch(() => undefined);
      }
    }
    return 'stopped';
  }

  /**
   * Writes down what came out, however long the store is out of reach, as on a full disk: it is tried again until it is kept, or the
   * analysis is another run's. Heartbeats go on meanwhile, and a lease that ended in the outage changes nothing: the record decides.
   * Where trying again mends nothing the analysis fails.
   */
  async #settleAtLast(record: AnalysisRecord, outcome: JobOutcome, folder: string): Promise<RunEnd> {
    const { media, logger } = this.#options;
    const about = { analysis: record.id, requestId: record.requestId };
    const outage = new OutageLog(outageOf('keeping an outcome'), logger);
    let kept: JobOutcome = outcome;
    let isKept = false;
    for (;;) {
      try {
        if (kept.type === 'done' && !isKept) await media.keep(record, folder);
        isKept = true;
        const end = await this.#settle(record, kept);
        if (kept !== outcome) await this.#tidy(() => media.remove(record));
        return end;
      } catch (error) {
        if (isPassingFault(error)) outage.failed(error, about);
        else if (kept === outcome) {
          kept = { type: 'lost', words: `what came out cannot be kept\n${wordsOf(error)}` };
          continue;
        } else {
          // That it failed can be kept no more than that it succeeded: the lease ends, and counts as lost.
          logger.error({ ...about, err: error }, 'an outcome cannot be kept');
          return 'taken over';
        }
      }
      if (this.#closing.signal.aborted) return 'taken over';
      if (!isKept && !(await this.#mayHold(record, outage))) {
        await this.#tidy(() => media.remove(record));
        return 'taken over';
      }
      await sleep(storeRetryMs, undefined, { signal: this.#closing.signal }).catch(() => undefined);
    }
  }

  /** Whether the record still knows the run, as far as it can be asked. */
  async #mayHold(record: AnalysisRecord, outage: OutageLog): Promise<boolean> {
    try {
      return await this.#options.store.holds(record);
    } catch (error) {
      outage.failed(error, { analysis: record.id, requestId: record.requestId });
      return true;
    }
  }

  async #settle(record: AnalysisRecord, outcome: JobOutcome): Promise<RunEnd> {
    const { store, logger, now } = this.#options;
    if (outcome.type === 'done') {
      if (await store.succeed(record, outcome.result, now())) return this.#ended(record);
      // It may have been kept the time before, when the answer was cut off.
      if (await store.hasSucceeded(record)) return this.#ended(record);
      // Another run has this analysis now, or nobody wants it: what this one leaves is its own.
      await this.#tidy(() => this.#options.media.remove(record));
      return 'taken over';
    }
    // That a disk is full is nothing of the clip's, and counts for no run that was lost.
    if (outcome.type === 'stopped' || outcome.type === 'no room')
      return (await store.handBack(record)) ? 'handed back' : 'taken over';
    if (outcome.type === 'deadline') return this.#fail(record, failureReason('deadline_exceeded'));
    if (outcome.type === 'failed' && outcome.code !== null) {
      const { code, message } = outcome;
      logger.info({ analysis: record.id, requestId: record.requestId, code, message }, 'analysis failed');
      return this.#fail(record, failureReason(outcome.code, outcome.message));
    }
    const words = outcome.type === 'failed' ? outcome.stack : outcome.words;
    logger.error({ analysis: record.id, requestId: record.requestId, words }, 'analysis stopped unexpectedly');
    return this.#fail(record, failureReason('internal_error'));
  }

  async #fail(record: AnalysisRecord, reason: FailureReason): Promise<RunEnd> {
    const { store, now } = this.#options;
    return (await store.fail(record, reason, now())) ? this.#ended(record) : 'taken over';
  }

  /** The upload of an analysis that has ended is of no more use. */
  async #ended(record: AnalysisRecord): Promise<RunEnd> {
    await this.#tidy(() => this.#options.media.removeUpload(record.uploadName));
    return 'ended';
  }

  /** What cannot be removed now is tried again after the next run. */
  async #discard(folder: string): Promise<void> {
    this.#discarded.add(folder);
    for (const path of this.#discarded)
      await this.#tidy(async () => {
        await rm(path, { recursive: true, force: true });
        this.#discarded.delete(path);
      });
  }

  /** What cannot be removed now is swept up later. */
  async #tidy(remove: () => Promise<void>): Promise<void> {
    try {
      await remove();
    } catch (error) {
      this.#options.logger.warn({ err: error }, 'something could not be removed');
    }
  }

  /** Writes whole percents, each once at most; 100 is said by success alone. */
  #progressWriter(record: AnalysisRecord): (percentage: number) => void {
    const { store, logger, now, outage } = this.#options;
    // What an earlier run had reached has been told: it does not fall back.
    let written = record.percentage;
    let writtenMs = Number.NEGATIVE_INFINITY;
    return (percentage) => {
      const whole = Math.min(99, Math.floor(percentage));
      const ms = performance.now();
      if (whole <= written || ms - writtenMs < leastMsBetweenPercentages) return;
      written = whole;
      writtenMs = ms;
      store
        .setPercentage(record, whole, now())
        .catch((error: unknown) =>
          isPassingFault(error) ? outage.failed(error) : logger.warn({ err: error }, 'progress was not kept'),
        );
    };
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
