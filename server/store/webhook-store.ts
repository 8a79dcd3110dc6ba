/** Where one partner's events are posted to. */
export interface WebhookSettings {
  readonly url: string;
  readonly enabled: boolean;
  /** Milliseconds since 1970. */
  readonly updatedAtMs: number;
  /** What events are signed with. */
  readonly secret: string;
}

export type WebhookEventName = 'analysis.started' | 'analysis.progress' | 'analysis.completed' | 'analysis.failed';

/** What became of an event: still to be delivered, delivered, or given up after its time had run out. */
export type WebhookEventState = 'waiting' | 'delivered' | 'dead';

/** One event as it is kept. Times are milliseconds since 1970. */
export interface WebhookEvent {
  readonly id: string;
  readonly partnerId: string;
  readonly analysisId: string;
  readonly event: WebhookEventName;
  readonly status: string;
  readonly percentage: number;
  /** Counts the events of an analysis from 1. */
  readonly sequence: number;
  readonly createdAtMs: number;
  readonly state: WebhookEventState;
  /** From then on a failed attempt is the last. */
  readonly expiresAtMs: number;
  /** Attempts begun so far. */
  readonly attempts: number;
  /** HTTP status of the last attempt; null when none was answered. */
  readonly lastStatus: number | null;
  /** What went wrong at last; null when nothing has. */
  readonly lastError: string | null;
}

/** An event that is to be sent now, and where to; no settings when the partner has none any more or has switched them off. */
export interface DueEvent {
  readonly event: WebhookEvent;
  readonly settings: WebhookSettings | null;
}

/** One attempt of an event: the count of those begun tells it from the others. */
export type Attempt = Pick<WebhookEvent, 'id' | 'attempts'>;

/** How an attempt ended. */
export interface AttemptOutcome {
  readonly status: number | null;
  readonly error: string | null;
}

/** How much is taken at a time. */
export interface TakeLimits {
  readonly perPartner: number;
  readonly all: number;
  /** Partners of whom nothing is taken. */
  readonly busy: readonly string[];
}

/** One partner's webhook, as an operator sees it. */
export interface ListedWebhook {
  readonly partner: string;
  readonly url: string;
  readonly enabled: boolean;
  readonly updatedAtMs: number;
  readonly waiting: number;
  readonly dead: number;
}

/**
 * All that the server asks of its memory of webhooks. Events are written where analyses change, in the same transaction.
 * Every method has committed to disk when it resolves.
 */
export interface WebhookStore {
  /** Null when the partner has never saved one. */
  get(partnerId: string): Promise<WebhookSettings | null>;
  /** Saves address and switch; the secret is made at the first time and stays. */
  save(partnerId: string, settings: Pick<WebhookSettings, 'url' | 'enabled'>, nowMs: number): Promise<WebhookSettings>;
  /** Forgets address and secret; events that wait are not sent unless another is saved in time. */
  remove(partnerId: string): Promise<void>;
  /** Replaces the secret. @returns Null when the partner has never saved a webhook. */
  rotateSecret(partnerId: string): Promise<string | null>;
  /**
   * Takes events that are due for an attempt that ends before `leaseUntilMs`; after that they are due again. Of one analysis
   * only the first that waits is taken, so that events arrive in order.
   */
  takeDue(nowMs: number, leaseUntilMs: number, limits: TakeLimits): Promise<DueEvent[]>;
  /** When the next event is due, milliseconds since 1970; null when none waits. */
  nextDueMs(): Promise<number | null>;
  /** Nothing changes, here and in the next two, where another attempt has been begun since. */
  delivered(attempt: Attempt, outcome: AttemptOutcome, nowMs: number): Promise<void>;
  /** Puts an event back for an attempt at `nextAttemptMs`. */
  failed(attempt: Attempt, outcome: AttemptOutcome, nextAttemptMs: number): Promise<void>;
  /** Gives an event up. */
  dead(attempt: Attempt, outcome: AttemptOutcome, nowMs: number): Promise<void>;
  /** Makes a dead event wait again from now on. @returns False when no dead event has the id. */
  revive(eventId: string, nowMs: number): Promise<boolean>;
  /** Events that were given up, newest first. */
  listDead(): Promise<WebhookEvent[]>;
  list(): Promise<ListedWebhook[]>;
  /**
   * Deletes events that were delivered before a moment, `most` at a time, and tells how many went. Those of an analysis that has not
   * ended stay: they say what it has told already.
   */
  forgetDelivered(beforeMs: number, most: number): Promise<number>;
}
