import type { CourierStore } from '../webhooks/webhook-courier.ts';
import type { ServerMetrics } from './server-metrics.ts';

/** The same store, with the ends of attempts counted. */
export function observeDeliveries(store: CourierStore, { deliveries }: ServerMetrics): CourierStore {
  return {
    takeDue: (...asked) => store.takeDue(...asked),
    nextDueMs: () => store.nextDueMs(),
    delivered: async (...told) => {
      await store.delivered(...told);
      deliveries.inc({ outcome: 'delivered' });
    },
    failed: async (...told) => {
      await store.failed(...told);
      deliveries.inc({ outcome: 'failed' });
    },
    dead: async (...told) => {
      await store.dead(...told);
      deliveries.inc({ outcome: 'dead' });
    },
  };
}
