import type { FastifyBaseLogger } from 'fastify';

export interface PeriodicTaskOptions {
  readonly periodMs: number;
  /** Whether it is done at the start too; after one period for the first time by default. */
  readonly atOnce?: boolean;
  /** @param signal Aborted when the task is closed; long work then ends early. */
  readonly act: (signal: AbortSignal) => Promise<void>;
  /** What is logged when it fails; it is tried again at its next time. */
  readonly complaint: string;
  readonly logger: Pick<FastifyBaseLogger, 'error'>;
}

/** Something that is done again and again, never twice at a time. */
export class PeriodicTask {
  readonly #options: PeriodicTaskOptions;
  readonly #closing = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();

  constructor(options: PeriodicTaskOptions) {
    this.#options = options;
  }

  start(): void {
    const { atOnce, periodMs } = this.#options;
    if (atOnce === true) this.#round = this.#do();
    this.#timer = setInterval(() => {
      this.#round = this.#round.then(() => this.#do());
    }, periodMs).unref();
  }

  /** Does it no more once this resolves. */
  async close(): Promise<void> {
    this.#closing.abort();
    clearInterval(this.#timer);
    await this.#round;
  }

  async #do(): Promise<void> {
    const { act, complaint, logger } = this.#options;
    if (this.#closing.signal.aborted) return;
    try {
      await act(this.#closing.signal);
    } catch (error) {
      logger.error({ err: error }, complaint);
    }
  }
}
