import type { MessagePort } from 'node:worker_threads';
import type { ErrorCode } from '../../errors/catalogue.ts';
import { StrideError } from '../../errors/stride-error.ts';
import type { NetworkChoice } from '../custom/network-choice.ts';
import type { ReadyNetworks } from '../prepare-networks.ts';
import type { RuntimeId } from '../runtime/runtime-ids.ts';
import type { PictureRing, SharedRing } from './picture-ring.ts';
import { ReadJobs } from './read-jobs.ts';
import { ReadQueue, type ReadRequest } from './read-queue.ts';
import { type ReaderThreads, startReaderThreads } from './reader-threads.ts';

/** What the readers are to open. */
export interface ReaderNetworks {
  readonly network: NetworkChoice;
  readonly runtime: RuntimeId;
  readonly ready: ReadyNetworks;
}

/** A job's number, or what a reader is to do besides. */
export type ToReader =
  | number
  | { readonly type: 'open'; readonly networks: ReaderNetworks }
  | { readonly type: 'ring'; readonly ring: SharedRing }
  | { readonly type: 'close' };

/** The number of a job that is done, or what there is to say besides; `ready` after opening. */
export type FromReader =
  | number
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly code: ErrorCode | null; readonly detail: string | undefined };

/** Whom to ask for readings: threads that show crops to the network, each with a network of its own. */
export class Readers {
  readonly #ports: readonly MessagePort[];
  readonly #jobs: ReadJobs;
  readonly #queue: ReadQueue;
  readonly #onFailure: (error: unknown) => void;
  readonly #gone: readonly Promise<void>[];
  #hasFailed = false;

  /** @param onFailure Told of the first failure; nothing more is answered then. */
  constructor({ ports, jobs }: ReaderThreads, onFailure: (error: unknown) => void) {
    this.#ports = ports;
    this.#jobs = new ReadJobs(jobs);
    this.#queue = new ReadQueue(ports.length);
    this.#onFailure = onFailure;
    this.#gone = ports.map((port) => new Promise((resolve) => port.on('close', resolve)));
    for (const port of ports) {
      port.on('message', (message: FromReader) => this.#hear(message));
      port.on('close', () => this.#fail(new Error('a reader thread has ended')));
    }
  }

  /**
   * Starts threads and waits until they have opened their networks.
   *
   * @throws StrideError `model_unavailable`, or what else has kept them from it.
   */
  static async open(count: number, networks: ReaderNetworks, onFailure: (error: unknown) => void): Promise<Readers> {
    let refuse: (error: unknown) => void = () => undefined;
    const refused = new Promise<never>((_, reject) => {
      refuse = reject;
    });
    const readers = new Readers(startReaderThreads(count), (error) => {
      refuse(error);
      onFailure(error);
    });
    const opened = Promise.all(readers.#ports.map(whenReady));
    readers.open(networks);
    try {
      await Promise.race([opened, refused]);
    } catch (error) {
      await readers.close();
      throw error;
    }
    refused.catch(() => undefined);
    return readers;
  }

  /** Lets all open their networks; before the first request, which waits for it. */
  open(networks: ReaderNetworks): void {
    for (const port of this.#ports) tell(port, { type: 'open', networks });
  }

  get count(): number {
    return this.#ports.length;
  }

  /** Gives the readers the pictures; before the first request. */
  use(ring: PictureRing): void {
    for (const port of this.#ports) tell(port, { type: 'ring', ring: ring.shared });
  }

  /** Asks for a reading. An urgent one goes before all that wait. */
  ask(request: ReadRequest, isUrgent = false): void {
    this.#queue.add(request, isUrgent);
    this.#dispatch();
  }

  /** Ends the threads once their present jobs are done. */
  async close(): Promise<void> {
    // From here on nothing is asked, and a thread that ends is no failure.
    this.#hasFailed = true;
    for (const port of this.#ports) tell(port, { type: 'close' });
    await Promise.all(this.#gone);
  }

  #dispatch(): void {
    if (this.#hasFailed) return;
    for (let next = this.#queue.assign(); next !== null; next = this.#queue.assign()) {
      const { reader, job, request } = next;
      this.#jobs.ask(job, request.kind, request.slot, request.crop);
      tell(this.#ports[reader], job);
    }
  }

  #hear(message: FromReader): void {
    if (typeof message !== 'number') {
      if (message.type === 'failed') this.#fail(errorOf(message));
      return;
    }
    try {
      this.#queue.requestOf(message)?.done(this.#jobs, message);
    } catch (error) {
      this.#fail(error);
    }
    this.#queue.finish(message);
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

const tell = (port: MessagePort, message: ToReader): void => port.postMessage(message);

const whenReady = (port: MessagePort): Promise<void> =>
  new Promise((resolve) => {
    port.on('message', (message: FromReader) => {
      if (typeof message === 'object' && message.type === 'ready') resolve();
    });
  });
