import type { World } from '../world/world.ts';
import type { DeliveryEntry, RequestEntry } from './entries.ts';
import type { Filter } from './log.ts';

/** What has come and what has been posted, of one key each. */
export class Journal {
  readonly #world: (key: string | undefined) => World;

  constructor(world: (key: string | undefined) => World) {
    this.#world = world;
  }

  requests(filter: Filter<RequestEntry> = {}, key?: string): RequestEntry[] {
    return this.#world(key).requests.list(filter);
  }

  deliveries(filter: Filter<DeliveryEntry> = {}, key?: string): DeliveryEntry[] {
    return this.#world(key).deliveries.list(filter);
  }

  /** @throws Error when none has come within the time. */
  waitForRequest(filter: Filter<RequestEntry>, timeoutMs?: number, key?: string): Promise<RequestEntry> {
    return this.#world(key).requests.waitFor(filter, timeoutMs);
  }

  /** @throws Error when none has been posted within the time. */
  waitForDelivery(filter: Filter<DeliveryEntry>, timeoutMs?: number, key?: string): Promise<DeliveryEntry> {
    return this.#world(key).deliveries.waitFor(filter, timeoutMs);
  }

  clear(key?: string): void {
    const { requests, deliveries } = this.#world(key);
    requests.clear();
    deliveries.clear();
  }
}
