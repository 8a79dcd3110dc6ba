import { type Due, DueQueue } from './due-queue.ts';

/** How time goes by: not at all, or so many times as fast as it does outside. */
export type ClockMode = { readonly kind: 'frozen' } | { readonly kind: 'running'; readonly rate: number };

/** Longest time that a system timer can be set to. */
const longestTimerMs = 2 ** 31 - 1;

/**
 * A clock that is frozen, or runs at any rate, and can be put forward. Whatever waits for a moment waits for this clock's; when
 * time is put forward, all that falls due on the way happens in order, each at its own moment.
 */
export class EmulatedClock {
  readonly #queue = new DueQueue();
  #mode: ClockMode;
  /** The time at the moment `#sinceMs` of the process. */
  #baseMs: number;
  #sinceMs = performance.now();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;
  #advancing: Promise<void> = Promise.resolve();
  /** Who puts time forward has all happen that is due by then, in order: no timer comes between. */
  #isAdvancing = false;

  /** @param startMs Milliseconds since 1970. */
  constructor(startMs: number, mode: ClockMode) {
    this.#baseMs = startMs;
    this.#mode = mode;
  }

  get mode(): ClockMode {
    return this.#mode;
  }

  /** Milliseconds since 1970. */
  now(): number {
    if (this.#mode.kind === 'frozen') return this.#baseMs;
    return Math.floor(this.#baseMs + (performance.now() - this.#sinceMs) * this.#mode.rate);
  }

  /** Sets the time of a clock that nothing waits for yet. */
  begin(nowMs: number, mode: ClockMode): void {
    this.#set(nowMs);
    this.#mode = mode;
  }

  setMode(mode: ClockMode): void {
    this.#set(this.now());
    this.#mode = mode;
    this.#arm();
  }

  /** Calls back at a moment, at once when it has passed. @returns What calls it off. */
  at(atMs: number, act: () => void | Promise<void>): () => void {
    const callOff = this.#queue.add(atMs, act);
    this.#arm();
    return callOff;
  }

  /**
   * Puts the time forward. Resolves when all that fell due has happened.
   *
   * @param settle Waits for what goes on by itself after something has happened, such as a message under way.
   */
  advance(ms: number, settle: () => Promise<void>): Promise<void> {
    const done = this.#advancing.then(() => this.#advanceTo(this.now() + ms, settle));
    // Whoever asks next waits for its turn, also after a failure, which is told to whoever asked for this one.
    this.#advancing = done.catch(() => undefined);
    return done;
  }

  /** Nothing happens any more. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #advanceTo(targetMs: number, settle: () => Promise<void>): Promise<void> {
    this.#isAdvancing = true;
    try {
      await settle();
      for (let due = this.#queue.takeDue(targetMs); due !== null; due = this.#queue.takeDue(targetMs)) {
        if (due.atMs > this.now()) this.#set(due.atMs);
        await due.act();
        await settle();
      }
      if (targetMs > this.now()) this.#set(targetMs);
    } finally {
      this.#isAdvancing = false;
      this.#arm();
    }
  }

  #set(nowMs: number): void {
    this.#baseMs = nowMs;
    this.#sinceMs = performance.now();
  }

  /** Sets the system's timer to what comes next. */
  #arm(): void {
    clearTimeout(this.#timer);
    const first = this.#queue.first();
    if (first === null || this.#closed || this.#isAdvancing) return;
    const leftMs = Math.max(0, first.atMs - this.now());
    if (leftMs > 0 && (this.#mode.kind === 'frozen' || this.#mode.rate <= 0)) return;
    const waitMs = this.#mode.kind === 'frozen' ? 0 : Math.ceil(leftMs / this.#mode.rate);
    this.#timer = setTimeout(() => this.#runDue(), Math.min(waitMs, longestTimerMs));
    this.#timer.unref();
  }

  #runDue(): void {
    if (this.#isAdvancing) return;
    const nowMs = this.now();
    for (let due = this.#queue.takeDue(nowMs); due !== null; due = this.#queue.takeDue(nowMs)) void actAlone(due);
    this.#arm();
  }
}

/** Nobody waits for it, so that a failure is told as a warning and ends no process. */
async function actAlone({ act }: Due): Promise<void> {
  try {
    await act();
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error));
  }
}
