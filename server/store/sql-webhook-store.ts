import type { AnalysisChange } from './analysis-change.ts';
import { firstOf, type SqlConnection, type SqlDatabase } from './sql-database.ts';
import { eventOfChange } from './webhook-event-of-change.ts';
import { heldBackMs, webhookStatements } from './webhook-statements.ts';
import type {
  Attempt,
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

interface LastEvent {
  readonly sequence: number;
  readonly percentage: number;
}

interface ListedRow extends Omit<ListedWebhook, 'enabled'> {
  readonly enabled: number;
}

interface OfAnalysis {
  readonly analysisId: string;
}

/** A partner or an event, and when it is due. */
interface DueRow {
  readonly id: string;
  readonly atMs: number | null;
}

/** For how long an event is tried, milliseconds. */
const lifetimeMs = 24 * 3600 * 1000;

/** Webhooks and their events in a database. */
export class SqlWebhookStore implements WebhookStore {
  readonly #database: SqlDatabase;
  readonly #sources: WebhookSources;
  readonly #sql: ReturnType<typeof webhookStatements>;

  constructor(database: SqlDatabase, sources: WebhookSources) {
    this.#database = database;
    this.#sources = sources;
    this.#sql = webhookStatements(database.dialect);
  }

  /** Writes what a webhook is to be told of a change. Belongs into the transaction that makes the change. */
  async record(change: AnalysisChange, connection: SqlConnection): Promise<void> {
    if (!change.notifyViaWebhook) return;
    const last = firstOf(await connection.query<LastEvent>(this.#sql.lastOf, change.id));
    const event = eventOfChange(change, last?.percentage ?? null);
    if (event === null) return;
    const { id, partnerId, status, percentage, atMs } = change;
    const sequence = (last?.sequence ?? 0) + 1;
    const endMs = atMs + lifetimeMs;
    const isFirst = (await connection.query(this.#sql.firstWaiting, id)).length === 0;
    const dueMs = isFirst ? atMs : heldBackMs;
    const eventId = this.#sources.newId();
    await connection.run(
      this.#sql.record,
      ...[eventId, partnerId, id, event, status, percentage, sequence, atMs, dueMs, endMs],
    );
  }

  get(partnerId: string): Promise<WebhookSettings | null> {
    return this.#settingsOf(this.#database, partnerId);
  }

  async save(
    partnerId: string,
    { url, enabled }: Pick<WebhookSettings, 'url' | 'enabled'>,
    nowMs: number,
  ): Promise<WebhookSettings> {
    return this.#database.transaction(async (connection) => {
      await connection.run(this.#sql.save, partnerId, url, Number(enabled), this.#sources.newSecret(), nowMs);
      const saved = await this.#settingsOf(connection, partnerId);
      if (saved === null) throw new Error('a webhook that was just saved is gone');
      return saved;
    });
  }

  async remove(partnerId: string): Promise<void> {
    await this.#database.run(this.#sql.remove, partnerId);
  }

  async rotateSecret(partnerId: string): Promise<string | null> {
    const secret = this.#sources.newSecret();
    return (await this.#database.run(this.#sql.setSecret, secret, partnerId)) === 1 ? secret : null;
  }

  async takeDue(nowMs: number, leaseUntilMs: number, { perPartner, all, busy }: TakeLimits): Promise<DueEvent[]> {
    return this.#database.transaction(async (connection) => {
      const partners = await connection.query<DueRow>(this.#sql.duePartners, JSON.stringify(busy));
      const found: DueRow[][] = [];
      for (const { id } of soonest(partners, nowMs, all))
        found.push([...(await connection.query<DueRow>(this.#sql.dueOf, id, nowMs, perPartner))]);
      const ids = inTurn(found, all).map(({ id }) => id);
      if (ids.length === 0) return [];
      const taken = await connection.query<WebhookEvent>(this.#sql.take, leaseUntilMs, JSON.stringify(ids), nowMs);
      const due: DueEvent[] = [];
      for (const event of taken) {
        const settings = await this.#settingsOf(connection, event.partnerId);
        due.push({ event, settings: settings?.enabled === true ? settings : null });
      }
      return due;
    });
  }

  async nextDueMs(): Promise<number | null> {
    const row = firstOf(await this.#database.query<{ readonly atMs: number | null }>(this.#sql.nextDue));
    return row?.atMs ?? null;
  }

  delivered(attempt: Attempt, outcome: AttemptOutcome, nowMs: number): Promise<void> {
    return this.#settle(attempt, 'delivered', outcome, nowMs);
  }

  async failed({ id, attempts }: Attempt, { status, error }: AttemptOutcome, nextAttemptMs: number): Promise<void> {
    await this.#database.run(this.#sql.postpone, status, error, nextAttemptMs, id, attempts);
  }

  dead(attempt: Attempt, outcome: AttemptOutcome, nowMs: number): Promise<void> {
    return this.#settle(attempt, 'dead', outcome, nowMs);
  }

  async revive(eventId: string, nowMs: number): Promise<boolean> {
    return this.#database.transaction(async (connection) => {
      const revived = firstOf(await connection.query<OfAnalysis>(this.#sql.revive, nowMs, nowMs + lifetimeMs, eventId));
      if (revived === null) return false;
      const { analysisId } = revived;
      const first = firstOf(await connection.query<{ readonly sequence: number }>(this.#sql.firstWaiting, analysisId));
      if (first !== null) await connection.run(this.#sql.hold, analysisId, first.sequence);
      await connection.run(this.#sql.release, analysisId, analysisId);
      return true;
    });
  }

  async listDead(): Promise<WebhookEvent[]> {
    return [...(await this.#database.query<WebhookEvent>(this.#sql.listDead))];
  }

  async list(): Promise<ListedWebhook[]> {
    const rows = await this.#database.query<ListedRow>(this.#sql.list);
    return rows.map((row) => ({ ...row, enabled: row.enabled === 1 }));
  }

  forgetDelivered(beforeMs: number, most: number): Promise<number> {
    return this.#database.run(this.#sql.forget, beforeMs, most);
  }

  /** Ends the attempts of an event; what it held back is due. */
  async #settle(
    { id, attempts }: Attempt,
    state: 'delivered' | 'dead',
    { status, error }: AttemptOutcome,
    nowMs: number,
  ): Promise<void> {
    await this.#database.transaction(async (connection) => {
      const settled = firstOf(
        await connection.query<OfAnalysis>(this.#sql.settle, state, status, error, nowMs, id, attempts),
      );
      if (settled !== null) await connection.run(this.#sql.release, settled.analysisId, settled.analysisId);
    });
  }

  async #settingsOf(connection: SqlConnection, partnerId: string): Promise<WebhookSettings | null> {
    const row = firstOf(await connection.query<SettingsRow>(this.#sql.get, partnerId));
    if (row === null) return null;
    return { url: row.url, enabled: row.enabled === 1, secret: row.secret, updatedAtMs: row.updated_at };
  }
}

/** The partners whose events have been due for longest, so many at most: each has one taken before any has a second. */
const soonest = (partners: readonly DueRow[], nowMs: number, most: number): DueRow[] =>
  partners
    .filter(({ atMs }) => atMs !== null && atMs <= nowMs)
    .sort((a, b) => (a.atMs ?? 0) - (b.atMs ?? 0))
    .slice(0, most);

/** So many of what partners have due at most, each partner's first before anybody's second. */
function inTurn(found: readonly (readonly DueRow[])[], most: number): DueRow[] {
  const placed = found.flatMap((rows) => rows.map((row, place) => ({ row, place })));
  placed.sort((a, b) => a.place - b.place || (a.row.atMs ?? 0) - (b.row.atMs ?? 0));
  return placed.slice(0, most).map(({ row }) => row);
}
