import { Worker } from 'node:worker_threads';
import { builtEntry } from '../../built-entry.ts';
import type { ErrorCode } from '../../errors/catalogue.ts';
import { StrideError } from '../../errors/stride-error.ts';
import type { Crop } from '../crop.ts';
import type { NetworkChoice } from '../custom/network-choice.ts';
import type { RuntimeId } from '../runtime/runtime-ids.ts';
import type { PictureRing, SharedRing } from './picture-ring.ts';
import { type JobKind, ReadJobs } from './read-jobs.ts';

/** What a reader thread is started with. */
export interface ReaderData {
  readonly jobs: SharedArrayBuffer;
  readonly network: NetworkChoice;
  readonly runtime: RuntimeId;
}

/** A job's number, or what a reader is to do besides. */
export type ToReader = number | { readonly type: 'ring'; readonly ring: SharedRing } | { readonly type: 'close' };

/** The number of a job that is done, or what there is to say besides. */
export type FromReader =
  | number
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly code: ErrorCode | null; readonly detail: string | undefined };

/** Something to be read. The same object may be asked again once it is done. */
export interface ReadRequest {
  readonly slot: number;
  readonly kind: JobKind;
  readonly crop: Crop | null;
  /** The answer lies in `jobs` until this returns. */
  done(jobs: ReadJobs, job: number): void;
}

/** Jobs a reader has at most: the one it does and the next, so that it never waits for a message. */
const jobsPerReader = 2;

/** The threads that show crops to the network, each with a network of its own. */
export class Readers {
  readonly #threads: readonly Worker[];
  readonly #jobs: ReadJobs;
  readonly #running: (ReadRequest | null)[];
  /** Jobs that each reader has now. */
  readonly #loads: number[];
  readonly #urgent: ReadRequest[] = [];
  readonly #waiting: ReadRequest[] = [];
  readonly #onFailure: (error: unknown) => void;
  #hasFailed = false;

  private constructor(threads: readonly Worker[], jobs: ReadJobs, onFailure: (error: unknown) => void) {
    this.#threads = threads;
    this.#jobs = jobs;
    this.#running = new Array(threads.length * jobsPerReader).fill(null);
    this.#loads = new Array(threads.length).fill(0);
    this.#onFailure = onFailure;
    threads.forEach((thread) => {
      thread.on('message', (message: FromReader) => this.#hear(message));
    });
  }

  /**
   * Starts `count` threads and opens the network in each.
   *
   * @param onFailure Told of the first failure; nothing more is answered then.
   * @throws StrideError `model_unavailable`.
   */
  static async open(
    count: number,
    network: Omit<ReaderData, 'jobs'>,
    onFailure: (error: unknown) => void,
  ): Promise<Readers> {
    const jobs = ReadJobs.create(count * jobsPerReader);
    const workerData: ReaderData = { jobs: jobs.shared, ...network };
    const entry = builtEntry(import.meta.url, './reader-thread.js');
    const threads = Array.from({ length: count }, () => new Worker(entry, { workerData }));
    const opened = await Promise.allSettled(threads.map(whenReady));
    const refused = opened.find((outcome) => outcome.status === 'rejected');
    const readers = new Readers(threads, jobs, onFailure);
    if (refused !== undefined) {
      await readers.close();
      throw refused.reason;
    }
    threads.forEach((thread) => {
      thread.on('error', (error) => readers.#fail(error));
      thread.on('exit', () => readers.#fail(new Error('a reader thread has ended')));
    });
    return readers;
  }

  get count(): number {
    return this.#threads.length;
  }

  /** Gives the readers the pictures; before the first request. */
  use(ring: PictureRing): void {
    for (const thread of this.#threads) tell(thread, { type: 'ring', ring: ring.shared });
  }

  /** Asks for a reading. An urgent one goes before all that wait. */
  ask(request: ReadRequest, isUrgent = false): void {
    (isUrgent ? this.#urgent : this.#waiting).push(request);
    this.#dispatch();
  }

  /** Ends the threads once their present jobs are done. */
  async close(): Promise<void> {
    // From here on nothing is asked, and a thread that ends is no failure.
    this.#hasFailed = true;
    const gone = this.#threads.map((thread) =>
      thread.threadId === -1 ? Promise.resolve() : new Promise((resolve) => thread.once('exit', resolve)),
    );
    for (const thread of this.#threads) tell(thread, { type: 'close' });
    await Promise.all(gone);
  }

  #dispatch(): void {
    if (this.#hasFailed) return;
    // Idle readers before busy ones.
    for (let load = 0; load < jobsPerReader; load++) {
      for (let reader = 0; reader < this.#threads.length; reader++) {
        if (this.#loads[reader] !== load) continue;
        const request = this.#next(reader);
        if (request === undefined) continue;
        const job = this.#running.indexOf(null, reader * jobsPerReader);
        this.#running[job] = request;
        this.#loads[reader]++;
        this.#jobs.ask(job, request.kind, request.slot, request.crop);
        tell(this.#threads[reader], job);
      }
    }
  }

  /** Whole pictures go to the first reader alone, so that one detector is opened and no more. */
  #next(reader: number): ReadRequest | undefined {
    const [first] = this.#urgent;
    if (first !== undefined && (reader === 0 || first.kind === 'read')) return this.#urgent.shift();
    return this.#waiting.shift();
  }

  #hear(message: FromReader): void {
    if (typeof message !== 'number') {
      if (message.type === 'failed') this.#fail(errorOf(message));
      return;
    }
    const request = this.#running[message];
    try {
      request?.done(this.#jobs, message);
    } catch (error) {
      this.#fail(error);
    }
    this.#running[message] = null;
    this.#loads[Math.floor(message / jobsPerReader)]--;
    this.#dispatch();
  }

  #fail(error: unknown): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    this.#onFailure(error);
  }
}

/** Errors lose their class on the way between threads. */
const errorOf = ({ code, detail }: Extract<FromReader, { readonly type: 'failed' }>): Error =>
  code === null ? new Error(detail) : new StrideError(code, detail);

const tell = (thread: Worker, message: ToReader): void => thread.postMessage(message);

function whenReady(thread: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    thread.once('message', (message: FromReader) => {
      if (typeof message === 'object' && message.type === 'failed') reject(errorOf(message));
      else resolve();
    });
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('a reader thread ended before it was ready')));
  });
}
