import type { Crop } from '../crop.ts';
import type { JobKind, ReadJobs } from './read-jobs.ts';

/** Something to be read. The same object may be asked again once it is done. */
export interface ReadRequest {
  readonly slot: number;
  readonly kind: JobKind;
  readonly crop: Crop | null;
  /** The answer lies in `jobs` until this returns. */
  done(jobs: ReadJobs, job: number): void;
}

/** A request that a reader is to do now. */
export interface Assignment {
  readonly reader: number;
  readonly job: number;
  readonly request: ReadRequest;
}

/** Jobs a reader has at most: the one it does and the next, so that it never waits for a message. */
export const jobsPerReader = 2;

/** The reader that looks for people in whole pictures, so that one detector is opened and no more. */
export const finder = 0;

/** Which reader does what next. */
export class ReadQueue {
  readonly #running: (ReadRequest | null)[];
  /** Jobs that each reader has now. */
  readonly #loads: number[];
  readonly #urgent: ReadRequest[] = [];
  readonly #waiting: ReadRequest[] = [];
  readonly #lines = [this.#urgent, this.#waiting];

  constructor(readers: number) {
    this.#running = new Array(readers * jobsPerReader).fill(null);
    this.#loads = new Array(readers).fill(0);
  }

  /** An urgent request goes before all that wait. */
  add(request: ReadRequest, isUrgent: boolean): void {
    (isUrgent ? this.#urgent : this.#waiting).push(request);
  }

  /** Gives a request to a reader; null if there is none or nobody to do it. */
  assign(): Assignment | null {
    // Idle readers before busy ones; the finder last, whose network is opened after the first persons are found.
    for (let load = 0; load < jobsPerReader; load++) {
      for (let reader = this.#loads.length - 1; reader >= 0; reader--) {
        if (this.#loads[reader] !== load) continue;
        const request = this.#next(reader);
        if (request === undefined) continue;
        const job = this.#running.indexOf(null, reader * jobsPerReader);
        this.#running[job] = request;
        this.#loads[reader]++;
        return { reader, job, request };
      }
    }
    return null;
  }

  /** The request that is a job's. */
  requestOf(job: number): ReadRequest | null {
    return this.#running[job];
  }

  finish(job: number): void {
    this.#running[job] = null;
    this.#loads[Math.floor(job / jobsPerReader)]--;
  }

  #next(reader: number): ReadRequest | undefined {
    for (const line of this.#lines) {
      const kind = line[0]?.kind;
      if (kind === 'read' || (kind === 'find' && reader === finder)) return line.shift();
    }
    return undefined;
  }
}
