import { setImmediate } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { WebhookStore } from '../store/webhook-store.ts';

export interface DeliveredSweepOptions {
  readonly store: Pick<WebhookStore, 'forgetDelivered'>;
  readonly now: () => number;
  readonly logger: Pick<FastifyBaseLogger, 'error'>;
}

const dayMs = 24 * 3600 * 1000;
/** For how long a delivered event is kept, milliseconds. */
export const deliveredLifetimeMs = 7 * dayMs;
/** Events that are deleted in one transaction, during which nothing else is answered. */
const mostAtOnce = 500;

/** Deletes webhook events a while after they were delivered: once it starts, and then every day. Those given up stay. */
export class DeliveredSweep {
  readonly #options: DeliveredSweepOptions;
  #timer: NodeJS.Timeout | null = null;
  #round: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(options: DeliveredSweepOptions) {
    this.#options = options;
  }

  start(): void {
    this.#round = this.#sweep();
    this.#timer = setInterval(() => {
      this.#round = this.#round.then(() => this.#sweep());
    }, dayMs).unref();
  }

  /** Deletes no more once this resolves. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#round;
  }

  async #sweep(): Promise<void> {
    const { store, now, logger } = this.#options;
    try {
      const beforeMs = now() - deliveredLifetimeMs;
      let deleted = mostAtOnce;
      while (!this.#closed && deleted === mostAtOnce) {
        deleted = await store.forgetDelivered(beforeMs, mostAtOnce);
        await setImmediate();
      }
    } catch (error) {
      logger.error({ err: error }, 'delivered webhook events could not be deleted');
    }
  }
}
