import type { AnalysisChange } from './analysis-change.ts';
import type { Connection } from './database.ts';
import { firstOf, prepareAll, type Statement } from './prepared-statements.ts';
import { eventOfChange } from './webhook-event-of-change.ts';
import { webhookStatements } from './webhook-statements.ts';
import type {
  AttemptOutcome,
  DueEvent,
  ListedWebhook,
  TakeLimits,
  WebhookEvent,
  WebhookSettings,
  WebhookStore,
} from './webhook-store.ts';

/** Where new ids and secrets come from. */
export interface WebhookSources {
  readonly newId: () => string;
  readonly newSecret: () => string;
}

interface SettingsRow {
  readonly url: string;
  readonly enabled: number;
  readonly secret: string;
  readonly updated_at: number;
}

/** For how long an event is tried, milliseconds. */
const lifetimeMs = 24 * 3600 * 1000;

/** Webhooks and their events in SQLite. */
export class SqliteWebhookStore implements WebhookStore {
  readonly #database: Connection;
  readonly #sources: WebhookSources;
  readonly #sql: Readonly<Record<keyof typeof webhookStatements, Statement>>;

  constructor(database: Connection, sources: WebhookSources) {
    this.#database = database;
    this.#sources = sources;
    this.#sql = prepareAll(database, webhookStatements);
  }

  /** Writes what a webhook is to be told of a change. Belongs into the transaction that makes the change. */
  record(change: AnalysisChange): void {
    if (!change.notifyViaWebhook) return;
    const last = firstOf<{ readonly sequence: number; readonly percentage: number }>(this.#sql.lastOf.all(change.id));
    const event = eventOfChange(change, last?.percentage ?? null);
    if (event === null) return;
    const { id, partnerId, status, percentage, atMs } = change;
    const sequence = (last?.sequence ?? 0) + 1;
    const { newId } = this.#sources;
    this.#sql.record.run(newId(), partnerId, id, event, status, percentage, sequence, atMs, atMs, atMs + lifetimeMs);
  }

  async get(partnerId: string): Promise<WebhookSettings | null> {
    return this.#settingsOf(partnerId);
  }

  async save(
    partnerId: string,
    { url, enabled }: Pick<WebhookSettings, 'url' | 'enabled'>,
    nowMs: number,
  ): Promise<WebhookSettings> {
    this.#sql.save.run(partnerId, url, Number(enabled), this.#sources.newSecret(), nowMs);
    const saved = this.#settingsOf(partnerId);
    if (saved === null) throw new Error('a webhook that was just saved is gone');
    return saved;
  }

  async rotateSecret(partnerId: string): Promise<string | null> {
    const secret = this.#sources.newSecret();
    return this.#sql.setSecret.run(secret, partnerId).changes === 1 ? secret : null;
  }

  async takeDue(nowMs: number, leaseUntilMs: number, { perPartner, all, busy }: TakeLimits): Promise<DueEvent[]> {
    return this.#database
      .transaction(() => {
        const taken = this.#sql.takeDue.all(
          leaseUntilMs,
          nowMs,
          JSON.stringify(busy),
          perPartner,
          all,
        ) as WebhookEvent[];
        return taken.map((event) => {
          const settings = this.#settingsOf(event.partnerId);
          return { event, settings: settings?.enabled === true ? settings : null };
        });
      })
      .immediate();
  }

  async nextDueMs(): Promise<number | null> {
    return firstOf<{ readonly atMs: number | null }>(this.#sql.nextDue.all())?.atMs ?? null;
  }

  async delivered(eventId: string, { status, error }: AttemptOutcome, nowMs: number): Promise<void> {
    this.#sql.settle.run('delivered', status, error, nowMs, eventId);
  }

  async failed(eventId: string, { status, error }: AttemptOutcome, nextAttemptMs: number): Promise<void> {
    this.#sql.postpone.run(status, error, nextAttemptMs, eventId);
  }

  async dead(eventId: string, { status, error }: AttemptOutcome, nowMs: number): Promise<void> {
    this.#sql.settle.run('dead', status, error, nowMs, eventId);
  }

  async revive(eventId: string, nowMs: number): Promise<boolean> {
    return this.#sql.revive.run(nowMs, nowMs + lifetimeMs, eventId).changes === 1;
  }

  async listDead(): Promise<WebhookEvent[]> {
    return this.#sql.listDead.all() as WebhookEvent[];
  }

  async list(): Promise<ListedWebhook[]> {
    const rows = this.#sql.list.all() as (Omit<ListedWebhook, 'enabled'> & { readonly enabled: number })[];
    return rows.map((row) => ({ ...row, enabled: row.enabled === 1 }));
  }

  async forgetDelivered(beforeMs: number, most: number): Promise<number> {
    return this.#sql.forget.run(beforeMs, most).changes;
  }

  #settingsOf(partnerId: string): WebhookSettings | null {
    const row = firstOf<SettingsRow>(this.#sql.get.all(partnerId));
    if (row === null) return null;
    return { url: row.url, enabled: row.enabled === 1, secret: row.secret, updatedAtMs: row.updated_at };
  }
}
