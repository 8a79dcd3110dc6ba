import { setImmediate } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import { PeriodicTask } from '../periodic-task.ts';
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
export const deliveredSweep = ({ store, now, logger }: DeliveredSweepOptions): PeriodicTask =>
  new PeriodicTask({
    periodMs: dayMs,
    atOnce: true,
    act: async (signal) => {
      const beforeMs = now() - deliveredLifetimeMs;
      let deleted = mostAtOnce;
      while (!signal.aborted && deleted === mostAtOnce) {
        deleted = await store.forgetDelivered(beforeMs, mostAtOnce);
        await setImmediate();
      }
    },
    complaint: 'delivered webhook events could not be deleted',
    logger,
  });
