import type { FastifyBaseLogger } from 'fastify';
import type { OutageLog } from '../logs/outage-log.ts';
import type { Attempt, DueEvent, WebhookStore } from '../store/webhook-store.ts';
import { eventBody } from './event-body.ts';
import { isDelivered } from './is-delivered.ts';
import type { PostMessage } from './post-message.ts';
import { nextAttemptMs } from './retry-schedule.ts';

/** What the courier does with the store. */
export type CourierStore = Pick<WebhookStore, 'takeDue' | 'nextDueMs' | 'delivered' | 'failed' | 'dead'>;

export interface CourierOptions {
  readonly store: CourierStore;
  readonly post: PostMessage;
  readonly now: () => number;
  /** From 0 to 1; spreads attempts that failed together. */
  readonly random: (failed: Attempt) => number;
  readonly logger: Pick<FastifyBaseLogger, 'error' | 'info'>;
  /** Told when the store fails, and when it works. */
  readonly outage: Pick<OutageLog, 'failed' | 'worked'>;
  /** Calls back after a while by the same clock as `now`; the system's timers by default. @returns What calls it off. */
  readonly after?: After;
  /** Attempts at a time; 32 by default. */
  readonly mostAttempts?: number;
  /** How long it sleeps at most: other processes may write events, of which it is not told. A minute by default. */
  readonly longestSleepMs?: number;
}

export type After = (delayMs: number, act: () => void) => () => void;

const afterBySystem: After = (delayMs, act) => {
  const timer = setTimeout(act, delayMs);
  timer.unref();
  return () => clearTimeout(timer);
};

/** Attempts at a time of all partners, and how many of one end its turn until some have ended. */
const usualAttempts = 32;
const mostOfPartner = 8;
/** How long an attempt may hold its event; after a crash it is due again then. Longer than an attempt lasts. */
const leaseMs = 30_000;
/** Longest sleep where nothing else is said: clocks may be set. */
const usualSleepMs = 60_000;
/** How long attempts under way may take once the courier closes. */
const closeGraceMs = 3000;
const storeRetryMs = 1000;

/**
 * Takes events out of the store and posts them, until each is delivered or its time is over. Of one analysis they go in order,
 * one after the other; partners take turns.
 */
export class WebhookCourier {
  readonly #options: CourierOptions;
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #ofPartner = new Map<string, number>();
  readonly #giveUp = new AbortController();
  #callOff = (): void => undefined;
  #round: Promise<void> | null = null;
  #again = false;
  #closed = false;

  constructor(options: CourierOptions) {
    this.#options = options;
  }

  /** Says that an event may be due. */
  wake(): void {
    if (this.#closed) return;
    this.#again = true;
    this.#round ??= this.#work().finally(() => {
      this.#round = null;
      // Somebody woke it after it had looked.
      if (this.#again) this.wake();
    });
  }

  /** Waits until nothing is due and no attempt is under way. */
  async settled(): Promise<void> {
    while (this.#round !== null || this.#underWay.size > 0) {
      await this.#round;
      await Promise.all(this.#underWay.values());
    }
  }

  /** Starts no more attempts; those under way may end, or are cut off and made again at the next start. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#callOff();
    const timer = setTimeout(() => this.#giveUp.abort(), closeGraceMs);
    await this.#round;
    await Promise.all(this.#underWay.values());
    clearTimeout(timer);
  }

  async #work(): Promise<void> {
    this.#callOff();
    const longestSleepMs = this.#options.longestSleepMs ?? usualSleepMs;
    let sleepMs = longestSleepMs;
    try {
      while (this.#again && !this.#closed) {
        this.#again = false;
        await this.#takeAll();
      }
      const dueMs = await this.#options.store.nextDueMs();
      this.#options.outage.worked();
      if (dueMs !== null) sleepMs = Math.min(Math.max(dueMs - this.#options.now(), 0), longestSleepMs);
    } catch (error) {
      this.#options.outage.failed(error);
      sleepMs = storeRetryMs;
    }
    // With all hands full, the next attempt that ends wakes.
    if (this.#closed || (sleepMs === 0 && this.#underWay.size > 0)) return;
    this.#callOff = (this.#options.after ?? afterBySystem)(sleepMs, () => this.wake());
  }

  async #takeAll(): Promise<void> {
    const { store, now, mostAttempts = usualAttempts } = this.#options;
    const free = mostAttempts - this.#underWay.size;
    if (free <= 0) return;
    const busy = [...this.#ofPartner].filter(([, count]) => count >= mostOfPartner).map(([partnerId]) => partnerId);
    const due = await store.takeDue(now(), now() + leaseMs, { perPartner: mostOfPartner, all: free, busy });
    for (const event of due) this.#start(event);
  }

  #start(due: DueEvent): void {
    const { id, partnerId } = due.event;
    this.#ofPartner.set(partnerId, (this.#ofPartner.get(partnerId) ?? 0) + 1);
    const attempt = this.#attempt(due)
      .catch((error: unknown) => this.#options.logger.error({ err: error, event: id }, 'an attempt could not be kept'))
      .finally(() => {
        this.#underWay.delete(id);
        const left = (this.#ofPartner.get(partnerId) ?? 1) - 1;
        if (left === 0) this.#ofPartner.delete(partnerId);
        else this.#ofPartner.set(partnerId, left);
        this.wake();
      });
    this.#underWay.set(id, attempt);
  }

  async #attempt({ event, settings }: DueEvent): Promise<void> {
    const { store, post, now, random, logger } = this.#options;
    const outcome =
      settings === null
        ? { status: null, error: 'the webhook is switched off' }
        : await post({ id: event.id, body: eventBody(event) }, settings, this.#giveUp.signal);
    if (isDelivered(outcome.status)) return store.delivered(event, outcome, now());
    const nextMs = nextAttemptMs(event.attempts, now(), event.expiresAtMs, random(event));
    if (nextMs !== null) return store.failed(event, outcome, nextMs);
    logger.info({ event: event.id, analysis: event.analysisId, error: outcome.error }, 'a webhook event was given up');
    return store.dead(event, outcome, now());
  }
}
