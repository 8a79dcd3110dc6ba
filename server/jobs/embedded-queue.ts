import { isStoreFault } from '../store/explain-store-error.ts';
import type { Analyser } from './analyser.ts';
import { AnalysisRuns, type RunEnd } from './analysis-runs.ts';
import { Heartbeats } from './heartbeats.ts';
import type { JobQueue, QueueFault } from './job-queue.ts';
import { lostRuns, type QueueOptions, threadsBeside } from './queue-options.ts';
import { RoomGate } from './room-gate.ts';

/** How long the queue waits after the store has failed it, before it asks again. */
const storeRetryMs = 1000;

/** The queue of one process: the table of analyses itself, whose rows are taken in turn and held by a lease. */
export class EmbeddedQueue implements JobQueue {
  readonly #options: QueueOptions;
  readonly #runs: AnalysisRuns;
  readonly #room: RoomGate;
  readonly #heartbeats: Heartbeats;
  readonly #stopping = new AbortController();
  readonly #idle = new Set<() => void>();
  #loops: readonly Promise<void>[] = [];
  #wakes = 0;
  #beat: NodeJS.Timeout | undefined;
  #fault: QueueFault | null = null;
  #beating: Promise<void> = Promise.resolve();

  constructor(options: QueueOptions) {
    const { store, now, leaseMs, threads, workers, logger, outage } = options;
    this.#options = options;
    this.#room = new RoomGate(options);
    this.#room.onChange(() => this.#wake());
    this.#runs = new AnalysisRuns({ ...options, threads: threads ?? threadsBeside(workers), room: this.#room });
    const renew = (run: Parameters<typeof store.renew>[0]): Promise<boolean> => store.renew(run, now() + leaseMs);
    this.#heartbeats = new Heartbeats({ leaseMs, renew, logger, outage });
  }

  start(): void {
    this.#loops = Array.from({ length: this.#options.workers }, () => this.#work());
    if (this.#loops.length === 0) return;
    this.#beat = setInterval(() => {
      this.#beating = this.#beating.then(() => this.#beatOnce());
    }, this.#heartbeats.periodMs);
  }

  add(): void {
    this.#wake();
  }

  async cancel(analysisId: string): Promise<void> {
    this.#heartbeats.abort(analysisId);
  }

  running(): number {
    return this.#heartbeats.count;
  }

  fault(): QueueFault | null {
    const error = this.#room.fault();
    return this.#fault ?? (error === null ? null : { of: 'disk', error });
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    this.#runs.close();
    this.#room.close();
    this.#heartbeats.abortAll();
    clearInterval(this.#beat);
    this.#wake();
    await Promise.all([...this.#loops, this.#beating]);
  }

  /** Own runs first: one that can still be renewed is not lost, nor is one on a disk that is full. */
  async #beatOnce(): Promise<void> {
    const { store, now, logger, outage } = this.#options;
    if (!(await this.#heartbeats.beat())) return;
    try {
      const count = await store.takeBackExpired(lostRuns(this.#options), now());
      outage.worked();
      if (count === 0) return;
      logger.warn({ count }, 'runs that were not heard of wait again');
      this.#wake();
    } catch (error) {
      outage.failed(error);
    }
  }

  async #work(): Promise<void> {
    const { outage, newAnalyser } = this.#options;
    const analyser = newAnalyser();
    while (!this.#stopping.signal.aborted) {
      const wakes = this.#wakes;
      try {
        const end = await this.#room.pass(() => this.#runNext(analyser));
        if (end === null || end === 'shut') await this.#nextWake(wakes);
      } catch (error) {
        this.#fault = { of: isStoreFault(error) ? 'store' : 'queue', error };
        outage.failed(error);
        await this.#nextWake(wakes, storeRetryMs);
      }
    }
    await analyser.close();
  }

  /** @returns Null where none waits. */
  async #runNext(analyser: Analyser): Promise<RunEnd | null> {
    const { store, now, leaseMs } = this.#options;
    const record = await store.takeNext(now(), now() + leaseMs);
    this.#fault = null;
    if (record !== null) return this.#run(record, analyser);
    this.#room.noneWaits();
    return null;
  }

  async #run(record: Parameters<AnalysisRuns['run']>[0], analyser: Analyser): Promise<RunEnd> {
    const signal = this.#heartbeats.hold(record);
    // It may have been taken while the queue began to close.
    if (this.#stopping.signal.aborted) this.#heartbeats.abort(record.id);
    try {
      const end = await this.#runs.run(record, analyser, signal);
      if (end === 'handed back') this.#wake();
      return end;
    } finally {
      this.#heartbeats.release(record);
    }
  }

  #wake(): void {
    this.#wakes++;
    for (const resume of this.#idle) resume();
    this.#idle.clear();
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
