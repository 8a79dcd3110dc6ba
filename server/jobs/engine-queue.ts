import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgresBackend, type Job, type PgPool, Queue, WaitingError, Worker } from 'bullmq';
import { OutageLog, type OutageWords } from '../logs/outage-log.ts';
import type { OpenAnalysis } from '../store/analysis-store.ts';
import { isPassingFault, isStoreFault } from '../store/explain-store-error.ts';
import type { Analyser } from './analyser.ts';
import { AnalysisRuns, type RunEnd } from './analysis-runs.ts';
import {
  ClockDiffersError,
  type DatabaseState,
  hasDatabaseClock,
  requireDatabaseClock,
  requireWritableDatabase,
  stateOfDatabase,
} from './database-state.ts';
import { type EngineConnection, openEngineConnection } from './engine-connection.ts';
import { Heartbeats } from './heartbeats.ts';
import type { JobQueue, QueueFault } from './job-queue.ts';
import { lostRuns, type QueueOptions, threadsBeside } from './queue-options.ts';
import { RoomGate } from './room-gate.ts';

const largestPriority = 2 ** 21 - 1;
/** Of a lease, how much the engine's lock lasts: the rest is for finding out that it has ended. */
const lockShare = 0.75;
const stalledShare = 0.08;
/** How often the engine is told again of what it may have missed, and how often of everything. */
const sweepMs = 5000;
const sweepsBetweenFull = 12;
const sweptAtATime = 500;
const storeRetryMs = 1000;
/** After the database was away leases have ended of runs whose workers only wait to write down what came out: they go first. */
const outageMs = 3000;
const outageGraceMs = 1500;
/** How long the engine may take to close. */
const closeGraceMs = 10_000;
const clockWords: OutageWords = {
  begins: 'the clock is not the database’s: no analyses are taken',
  goesOn: 'the clock is still not the database’s: no analyses are taken',
  ends: 'the clock is the database’s again: analyses are taken',
};
/** The record decides when too many runs were lost. */
const mostStalled = 1_000_000;

/** The queue of several machines: BullMQ on the PostgreSQL that holds the store. See docs/decisions/0018-queue-over-machines.md. */
export class EngineQueue implements JobQueue {
  readonly #options: QueueOptions;
  readonly #pools: readonly PgPool[];
  readonly #queue: ReturnType<typeof queueOn>;
  readonly #worker: ReturnType<typeof workerOn> | null;
  readonly #runs: AnalysisRuns;
  readonly #room: RoomGate;
  readonly #heartbeats: Heartbeats;
  readonly #clockLog: OutageLog;
  readonly #beginsAtOnce: boolean;
  readonly #analysers: Analyser[] = [];
  readonly #adding = new Set<Promise<void>>();
  #timers: readonly NodeJS.Timeout[] = [];
  #retry: NodeJS.Timeout | undefined;
  #sweeping: Promise<void> | null = null;
  #sweeps = 0;
  #fault: QueueFault | null = null;
  #clockDiffers = false;
  #isStopping = false;

  /** @throws StrideError `database_unusable`. */
  static async open(url: string, options: QueueOptions): Promise<EngineQueue> {
    const answerMs = Math.min(10_000, Math.max(500, options.leaseMs / 4));
    const adding = await openEngineConnection(url, answerMs);
    try {
      const working = options.workers > 0 ? await openEngineConnection(url, answerMs) : null;
      // Before the worker calls anybody's run lost.
      const isClockRight = working === null || hasDatabaseClock(await stateOfDatabase(adding.pool), options.leaseMs);
      return new EngineQueue(options, adding, working, isClockRight);
    } catch (error) {
      // What fails of this tells less than why it ends.
      await adding.pool.end().catch(() => undefined);
      throw error;
    }
  }

  private constructor(
    options: QueueOptions,
    adding: EngineConnection,
    working: EngineConnection | null,
    isClockRight: boolean,
  ) {
    const { store, threads, logger, outage } = options;
    const leaseMs = options.leaseMs * lockShare;
    this.#options = options;
    this.#beginsAtOnce = isClockRight;
    this.#pools = working === null ? [adding.pool] : [adding.pool, working.pool];
    this.#room = new RoomGate(options);
    this.#room.onChange(() => void this.#takeOrPause().catch((error: unknown) => this.#complain(error)));
    const room = this.#room;
    this.#runs = new AnalysisRuns({ ...options, threads: threads ?? threadsBeside(options.workers), room });
    this.#heartbeats = new Heartbeats({ leaseMs, renew: (run) => store.holds(run), logger, outage });
    this.#clockLog = new OutageLog(clockWords, logger);
    this.#queue = queueOn(adding);
    this.#queue.on('error', (error) => this.#complain(error));
    this.#worker = working === null ? null : this.#newWorker(working);
  }

  start(): void {
    const sweep = (): void => {
      this.#sweeping ??= this.#sweep().finally(() => {
        this.#sweeping = null;
        clearTimeout(this.#retry);
        if (this.#fault !== null && !this.#isStopping) this.#retry = setTimeout(sweep, storeRetryMs);
      });
    };
    sweep();
    this.#timers = [
      setInterval(sweep, sweepMs),
      setInterval(() => void this.#heartbeats.beat(), this.#heartbeats.periodMs),
    ];
    if (this.#beginsAtOnce) this.#work();
  }

  /** What does not reach the engine now is in the table, and swept up later. */
  add(analysisId: string): void {
    const adding = this.#addNow(analysisId)
      .catch((error: unknown) => this.#complain(error))
      .finally(() => this.#adding.delete(adding));
    this.#adding.add(adding);
  }

  async cancel(analysisId: string): Promise<void> {
    this.#heartbeats.abort(analysisId);
    try {
      await (await this.#queue.getJob(analysisId))?.remove();
    } catch (error) {
      // One that runs cannot be removed, or has just ended; its worker sees that the record is gone.
      this.#options.logger.info({ err: error, analysis: analysisId }, 'a job ends by itself');
    }
  }

  running(): number {
    return this.#heartbeats.count;
  }

  fault(): QueueFault | null {
    const error = this.#room.fault();
    return this.#fault ?? (error === null ? null : { of: 'disk', error });
  }

  async close(): Promise<void> {
    this.#isStopping = true;
    for (const timer of this.#timers) clearInterval(timer);
    clearTimeout(this.#retry);
    this.#runs.close();
    this.#room.close();
    // The worker takes no more from the moment at which it is told to close, and waits for its runs.
    const closing = this.#worker?.close();
    this.#heartbeats.abortAll();
    await Promise.all([this.#sweeping, ...this.#adding]);
    await within(closeGraceMs, Promise.resolve(closing));
    await Promise.all(this.#analysers.map((analyser) => analyser.close()));
    await within(closeGraceMs, this.#queue.close());
    await within(closeGraceMs, Promise.all(this.#pools.map((pool) => pool.end())));
  }

  #newWorker(connection: EngineConnection): ReturnType<typeof workerOn> {
    const { leaseMs, workers, logger } = this.#options;
    const worker = workerOn(connection, leaseMs, workers, (job, token) => this.#process(job, token));
    worker.on('error', (error) => this.#complain(error));
    worker.on('stalled', (id) =>
      logger.warn({ analysis: id }, 'the worker of an analysis is not heard of: it is run again'),
    );
    worker.on('lockRenewalFailed', (ids) => {
      for (const id of ids) this.#heartbeats.abort(id);
    });
    return worker;
  }

  /** One job, as the engine hands it out. */
  async #process(job: Job, token: string | undefined): Promise<void> {
    try {
      // What had been asked for when the worker was told to pause, or the disk was found full, goes back at once.
      if (this.#clockDiffers) return await handBack(job, token);
      const end = await this.#room.pass(() => this.#run(job.id ?? ''));
      if (end !== 'handed back' && end !== 'shut') return;
    } catch (error) {
      if (error instanceof WaitingError) throw error;
      // The store could not be reached, so that nothing has begun.
      this.#complain(error);
    }
    await handBack(job, token);
  }

  /** @returns Null where the analysis has ended, or is gone. */
  async #run(id: string): Promise<RunEnd | null> {
    const { store, now, outage } = this.#options;
    if (outage.failedWithin(outageMs)) await sleep(outageGraceMs);
    const record = await store.take(id, now(), lostRuns(this.#options));
    if (record === null) return null;
    const signal = this.#heartbeats.hold(record);
    if (this.#isStopping) this.#heartbeats.abort(id);
    const analyser = this.#analysers.pop() ?? this.#options.newAnalyser();
    try {
      return await this.#runs.run(record, analyser, signal);
    } finally {
      this.#heartbeats.release(record);
      // It is closed with the others.
      this.#analysers.push(analyser);
    }
  }

  async #addNow(analysisId: string): Promise<void> {
    const [analysis] = await this.#options.store.open(analysisId);
    if (analysis !== undefined) await this.#queue.addBulk([jobOf(analysis)]);
  }

  /** Tells the engine of what it does not know. An id that it knows changes nothing. */
  async #sweep(): Promise<void> {
    try {
      const state = await stateOfDatabase(this.#pools[0]);
      requireWritableDatabase(state);
      await this.#judgeClock(state);
      const open = await this.#options.store.open();
      const known = await this.#queue.getJobCountByTypes('waiting', 'prioritized', 'active', 'delayed');
      this.#fault = null;
      this.#options.outage.worked();
      if (open.length === 0) this.#room.noneWaits();
      if (open.length <= known && ++this.#sweeps % sweepsBetweenFull !== 0) return;
      for (let from = 0; from < open.length; from += sweptAtATime)
        await this.#queue.addBulk(open.slice(from, from + sweptAtATime).map(jobOf));
    } catch (error) {
      this.#fault = { of: isStoreFault(error) ? 'store' : 'queue', error };
      if (error instanceof ClockDiffersError) this.#clockLog.failed(error);
      else this.#complain(error);
    }
  }

  /** Takes analyses, and calls other workers' runs lost, only while the clock is the database's. What runs goes on. */
  async #judgeClock(state: DatabaseState): Promise<void> {
    if (this.#worker === null || this.#isStopping) return;
    try {
      requireDatabaseClock(state, this.#options.leaseMs);
    } catch (error) {
      if (error instanceof ClockDiffersError) {
        this.#clockDiffers = true;
        await this.#takeOrPause();
      }
      throw error;
    }
    this.#clockDiffers = false;
    this.#clockLog.worked();
    await this.#takeOrPause();
  }

  /** The worker asks for analyses while its clock is the database's and this machine has room, for one alone while that is tried. */
  async #takeOrPause(): Promise<void> {
    const worker = this.#worker;
    if (worker === null || this.#isStopping) return;
    if (this.#clockDiffers || this.#room.state === 'shut') return await worker.pause(true);
    worker.concurrency = this.#room.state === 'trial' ? 1 : this.#options.workers;
    if (worker.isPaused()) await worker.resume();
    else if (!worker.isRunning()) this.#work();
  }

  #work(): void {
    void this.#worker?.run().catch((error: unknown) => this.#complain(error));
  }

  #complain(error: unknown): void {
    if (this.#isStopping) return;
    if (isPassingFault(error)) this.#options.outage.failed(error);
    else this.#options.logger.warn({ err: error }, 'the queue engine');
  }
}

const queueOn = ({ pool, queueName }: EngineConnection) =>
  new Queue(queueName, { connection: pool }, createPostgresBackend);

const workerOn = (
  { pool, queueName }: EngineConnection,
  leaseMs: number,
  concurrency: number,
  work: (job: Job, token: string | undefined) => Promise<void>,
) =>
  new Worker(
    queueName,
    work,
    {
      connection: pool,
      autorun: false,
      concurrency,
      lockDuration: Math.round(leaseMs * lockShare),
      lockRenewTime: Math.round((leaseMs * lockShare) / 3),
      stalledInterval: Math.round(leaseMs * stalledShare),
      maxStalledCount: mostStalled,
      runRetryDelay: storeRetryMs,
    },
    createPostgresBackend,
  );

/** Puts a job back to wait, and tells the engine so. */
async function handBack(job: Job, token: string | undefined): Promise<never> {
  await job.moveToWait(token);
  throw new WaitingError();
}

/** A job of the engine: its id is the analysis's, so that there is one at most, and its priority the analysis's turn. */
const jobOf = ({ id, turn }: OpenAnalysis) => ({
  name: 'analysis',
  data: {},
  opts: {
    jobId: id,
    priority: Math.min(turn + 1, largestPriority),
    removeOnComplete: true,
    removeOnFail: true,
  },
});

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    work.catch(() => undefined),
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
    }),
  ]);
  clearTimeout(timer);
}
