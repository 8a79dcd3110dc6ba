import type { FastifyBaseLogger } from 'fastify';

export interface PeriodicTaskOptions {
  readonly periodMs: number;
  readonly act: () => Promise<void>;
  /** What is logged when it fails; it is tried again at its next time. */
  readonly complaint: string;
  readonly logger: Pick<FastifyBaseLogger, 'error'>;
}

/** Something that is done again and again, never twice at a time. */
export class PeriodicTask {
  readonly #options: PeriodicTaskOptions;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();

  constructor(options: PeriodicTaskOptions) {
    this.#options = options;
  }

  /** Does it for the first time after one period. */
  start(): void {
    this.#timer = setInterval(() => {
      this.#round = this.#round.then(() => this.#do());
    }, this.#options.periodMs).unref();
  }

  /** Does it no more once this resolves. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#round;
  }

  async #do(): Promise<void> {
    const { act, complaint, logger } = this.#options;
    try {
      await act();
    } catch (error) {
      logger.error({ err: error }, complaint);
    }
  }
}
