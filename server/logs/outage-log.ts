import type { FastifyBaseLogger } from 'fastify';

/** How often it is said that something is still out of reach. */
const sayAgainMs = 30_000;
/** It is back once it has worked and for so long nothing has failed: what was under way may fail after others work again. */
const quietMs = 500;

/** How lines of a log begin, run on and end. */
export interface OutageWords {
  readonly begins: string;
  readonly goesOn: string;
  readonly ends: string;
}

/** The words for something that fails, such as `the store`. */
export const outageOf = (what: string): OutageWords => ({
  begins: `${what} fails`,
  goesOn: `${what} still fails`,
  ends: `${what} works again`,
});

/** Tells of something that fails for a while: when it begins, at most every half a minute while it goes on, and when it is over. */
export class OutageLog {
  readonly #words: OutageWords;
  readonly #logger: Pick<FastifyBaseLogger, 'warn' | 'error'>;
  readonly #elapsedMs: () => number;
  #failedMs = Number.NEGATIVE_INFINITY;
  #outage: { readonly beganMs: number; saidMs: number; failures: number } | null = null;

  /** @param elapsedMs Milliseconds of a clock that is never set; the process's own by default. */
  constructor(
    words: OutageWords,
    logger: Pick<FastifyBaseLogger, 'warn' | 'error'>,
    elapsedMs = () => performance.now(),
  ) {
    this.#words = words;
    this.#logger = logger;
    this.#elapsedMs = elapsedMs;
  }

  /** Says that it failed. @param error Undefined where `about`, the fields of the line that is logged, tells it all. */
  failed(error: unknown, about: Readonly<Record<string, unknown>> = {}): void {
    const nowMs = this.#elapsedMs();
    this.#failedMs = nowMs;
    if (this.#outage === null) {
      this.#outage = { beganMs: nowMs, saidMs: nowMs, failures: 1 };
      this.#logger.error({ ...about, ...(error !== undefined && { err: error }) }, this.#words.begins);
      return;
    }
    const outage = this.#outage;
    outage.failures++;
    if (nowMs - outage.saidMs < sayAgainMs) return;
    outage.saidMs = nowMs;
    const fault = error === undefined ? {} : { fault: wordsOf(error) };
    this.#logger.warn({ ...about, ...this.#extent(), ...fault }, this.#words.goesOn);
  }

  /** Whether it has failed so lately, milliseconds. */
  failedWithin(ms: number): boolean {
    return this.#elapsedMs() - this.#failedMs <= ms;
  }

  /** Says that it worked. @param about Fields of the line that is logged. */
  worked(about: Readonly<Record<string, unknown>> = {}): void {
    if (this.#outage === null || this.failedWithin(quietMs)) return;
    this.#logger.warn({ ...about, ...this.#extent() }, this.#words.ends);
    this.#outage = null;
  }

  #extent(): { readonly forS: number; readonly failures: number } {
    const { beganMs, failures } = this.#outage ?? { beganMs: this.#elapsedMs(), failures: 0 };
    return { forS: Math.round((this.#elapsedMs() - beganMs) / 100) / 10, failures };
  }
}

const wordsOf = (error: unknown): string => {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
};
