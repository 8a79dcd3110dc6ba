import type { FastifyBaseLogger } from 'fastify';
import { OutageLog } from '../logs/outage-log.ts';
import type { RunEnd } from './analysis-runs.ts';

export interface RoomGateOptions {
  /** Bytes that are free where analyses make their files. */
  readonly freeBytes: () => Promise<number>;
  readonly logger: Pick<FastifyBaseLogger, 'warn' | 'error'>;
}

/** How many analyses may begin here: as many as there are workers, one to try, or none. */
export type RoomState = 'open' | 'trial' | 'shut';

/** How long it is shut: each time twice as long. */
const [firstShutMs, longestShutMs] = [1000, 60_000];
/** With less than this nothing is tried: the files of an analysis want some megabytes. */
const leastToTryBytes = 8 * 1024 * 1024;

const words = {
  begins: 'no analysis is taken here: the disk has no room for its files',
  goesOn: 'still no analysis is taken here: the disk has no room for its files',
  ends: 'analyses are taken here again: the disk has room for their files',
};

/**
 * Whether this process takes analyses. Once one found no room on its disk for what it makes, none is taken here for a while, so that
 * they wait for another machine, or for room; then one is tried, and the others follow when it has ended.
 */
export class RoomGate {
  readonly #options: RoomGateOptions;
  readonly #log: OutageLog;
  readonly #listeners = new Set<(state: RoomState) => void>();
  #state: RoomState = 'open';
  #isTried = false;
  #shutMs = firstShutMs;
  #timer: NodeJS.Timeout | undefined;
  #fault: Error | null = null;
  #isClosed = false;

  constructor(options: RoomGateOptions) {
    this.#options = options;
    this.#log = new OutageLog(words, options.logger);
  }

  /** Why no analysis is taken; null while they are, and where none waits to be tried. One that is tried changes nothing until it has ended. */
  fault(): Error | null {
    return this.#fault;
  }

  get state(): RoomState {
    return this.#state;
  }

  onChange(listener: (state: RoomState) => void): void {
    this.#listeners.add(listener);
  }

  /**
   * Runs an analysis where one may begin now.
   *
   * @param run Null where none was there to begin.
   * @returns What became of it; `shut` where none may begin.
   */
  async pass(run: () => Promise<RunEnd | null>): Promise<RunEnd | null | 'shut'> {
    if (this.#state === 'open') return run();
    if (this.#state === 'shut' || this.#isTried) return 'shut';
    this.#isTried = true;
    try {
      const end = await run();
      if (end === 'ended') this.#open();
      return end;
    } finally {
      this.#isTried = false;
    }
  }

  /** Says that a run found no room. @param about Fields of the line that is logged. */
  failed(error: Error, about: Readonly<Record<string, unknown>>): void {
    this.#fault = error;
    this.#log.failed(error, about);
    if (this.#state === 'shut') return;
    this.#turn('shut');
    this.#wait();
  }

  /** Says that no analysis waits that could be tried: where there may be room, nothing is amiss until one comes. */
  noneWaits(): void {
    if (this.#state === 'trial') this.#fault = null;
  }

  /** Nothing is tried any more. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  #open(): void {
    // Another run, which had begun before, has found no room meanwhile.
    if (this.#state !== 'trial') return;
    this.#fault = null;
    this.#shutMs = firstShutMs;
    this.#log.worked();
    this.#turn('open');
  }

  #wait(): void {
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => void this.#look(), this.#shutMs);
    this.#shutMs = Math.min(2 * this.#shutMs, longestShutMs);
  }

  async #look(): Promise<void> {
    // Where nobody can say how much is free, a run finds out.
    const bytes = await this.#options.freeBytes().catch(() => Number.POSITIVE_INFINITY);
    if (this.#isClosed) return;
    if (bytes >= leastToTryBytes) return this.#turn('trial');
    this.#log.failed(this.#fault ?? undefined, { freeBytes: bytes });
    this.#wait();
  }

  #turn(state: RoomState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}
