import type { FastifyBaseLogger } from 'fastify';

/** How often it is said that something is still out of reach. */
const sayAgainMs = 30_000;
/** It is back once it has worked and for so long nothing has failed: what was under way may fail after others work again. */
const quietMs = 500;

/** Tells of something that fails for a while: when it begins, at most every half a minute while it goes on, and when it is over. */
export class OutageLog {
  readonly #what: string;
  readonly #logger: Pick<FastifyBaseLogger, 'warn' | 'error'>;
  readonly #elapsedMs: () => number;
  #outage: { readonly beganMs: number; failedMs: number; saidMs: number; failures: number } | null = null;

  /**
   * @param what What fails, as lines of the log begin: `the database`.
   * @param elapsedMs Milliseconds of a clock that is never set; the process's own by default.
   */
  constructor(what: string, logger: Pick<FastifyBaseLogger, 'warn' | 'error'>, elapsedMs = () => performance.now()) {
    this.#what = what;
    this.#logger = logger;
    this.#elapsedMs = elapsedMs;
  }

  /** Says that it failed. @param about Fields of the line that is logged. */
  failed(error: unknown, about: Readonly<Record<string, unknown>> = {}): void {
    const nowMs = this.#elapsedMs();
    if (this.#outage === null) {
      this.#outage = { beganMs: nowMs, failedMs: nowMs, saidMs: nowMs, failures: 1 };
      this.#logger.error({ ...about, err: error }, `${this.#what} fails`);
      return;
    }
    const outage = this.#outage;
    outage.failedMs = nowMs;
    outage.failures++;
    if (nowMs - outage.saidMs < sayAgainMs) return;
    outage.saidMs = nowMs;
    this.#logger.warn({ ...about, ...this.#extent(), fault: wordsOf(error) }, `${this.#what} still fails`);
  }

  /** Says that it worked. */
  worked(): void {
    if (this.#outage === null || this.#elapsedMs() - this.#outage.failedMs < quietMs) return;
    this.#logger.warn(this.#extent(), `${this.#what} works again`);
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
