import type { AnalysisChange } from '../../store/analysis-change.ts';
import type { WebhookSources } from '../../store/sql-webhook-store.ts';
import { eventOfChange } from '../../store/webhook-event-of-change.ts';
import type {
  Attempt,
  AttemptOutcome,
  DueEvent,
  ListedWebhook,
  TakeLimits,
  WebhookEvent,
  WebhookSettings,
  WebhookStore,
} from '../../store/webhook-store.ts';
import type { EventRow, Memory } from './memory.ts';

/** For how long an event is tried, milliseconds. */
const lifetimeMs = 24 * 3600 * 1000;

/** Webhooks and their events in memory. */
export class MemoryWebhookStore implements WebhookStore {
  readonly #memory: Memory;
  readonly #sources: WebhookSources;
  /** What waits of each analysis, in order: what is due is asked for far more often than an event is written. */
  readonly #waiting = new Map<string, EventRow[]>();
  readonly #last = new Map<string, EventRow>();

  constructor(memory: Memory, sources: WebhookSources) {
    this.#memory = memory;
    this.#sources = sources;
    for (const row of memory.events.values()) {
      this.#last.set(row.analysisId, row);
      if (row.state === 'waiting') this.#wait(row);
    }
  }

  /** Writes what a webhook is to be told of a change. */
  record(change: AnalysisChange): void {
    if (!change.notifyViaWebhook) return;
    const last = this.#last.get(change.id);
    const event = eventOfChange(change, last?.percentage ?? null);
    if (event === null) return;
    const { id: analysisId, partnerId, status, percentage, atMs } = change;
    const row: EventRow = {
      id: this.#sources.newId(),
      partnerId,
      analysisId,
      event,
      status,
      percentage,
      sequence: (last?.sequence ?? 0) + 1,
      createdAtMs: atMs,
      state: 'waiting',
      expiresAtMs: atMs + lifetimeMs,
      attempts: 0,
      lastStatus: null,
      lastError: null,
      nextAttemptMs: atMs,
      settledAtMs: null,
    };
    this.#memory.events.set(row.id, row);
    this.#last.set(analysisId, row);
    this.#wait(row);
  }

  /** Deletes the events of an analysis. */
  forgetAnalysis(analysisId: string): void {
    for (const [id, row] of this.#memory.events) if (row.analysisId === analysisId) this.#memory.events.delete(id);
    this.#waiting.delete(analysisId);
    this.#last.delete(analysisId);
  }

  async get(partnerId: string): Promise<WebhookSettings | null> {
    return this.#memory.webhooks.get(partnerId) ?? null;
  }

  async save(
    partnerId: string,
    { url, enabled }: Pick<WebhookSettings, 'url' | 'enabled'>,
    nowMs: number,
  ): Promise<WebhookSettings> {
    const secret = this.#memory.webhooks.get(partnerId)?.secret ?? this.#sources.newSecret();
    const settings = { url, enabled, updatedAtMs: nowMs, secret };
    this.#memory.webhooks.set(partnerId, settings);
    return settings;
  }

  async remove(partnerId: string): Promise<void> {
    this.#memory.webhooks.delete(partnerId);
  }

  async rotateSecret(partnerId: string): Promise<string | null> {
    const settings = this.#memory.webhooks.get(partnerId);
    if (settings === undefined) return null;
    const secret = this.#sources.newSecret();
    this.#memory.webhooks.set(partnerId, { ...settings, secret });
    return secret;
  }

  async takeDue(nowMs: number, leaseUntilMs: number, { perPartner, all, busy }: TakeLimits): Promise<DueEvent[]> {
    const due = this.#firsts()
      .filter((row) => row.nextAttemptMs <= nowMs && !busy.includes(row.partnerId))
      .sort((a, b) => a.nextAttemptMs - b.nextAttemptMs || (a.analysisId < b.analysisId ? -1 : 1));
    const places = new Map<string, number>();
    const placed = due.map((row): readonly [number, EventRow] => {
      const place = (places.get(row.partnerId) ?? 0) + 1;
      places.set(row.partnerId, place);
      return [place, row];
    });
    return placed
      .filter(([place]) => place <= perPartner)
      .sort(([a], [b]) => a - b)
      .slice(0, all)
      .map(([, row]) => this.#take(row, leaseUntilMs));
  }

  async nextDueMs(): Promise<number | null> {
    return this.#firsts().reduce<number | null>(
      (least, { nextAttemptMs }) => (least === null ? nextAttemptMs : Math.min(least, nextAttemptMs)),
      null,
    );
  }

  async delivered(attempt: Attempt, outcome: AttemptOutcome, nowMs: number): Promise<void> {
    this.#settle(attempt, 'delivered', outcome, nowMs);
  }

  async failed({ id, attempts }: Attempt, { status, error }: AttemptOutcome, nextAttemptMs: number): Promise<void> {
    const row = this.#memory.events.get(id);
    if (row?.state === 'waiting' && row.attempts === attempts)
      Object.assign(row, { lastStatus: status, lastError: error, nextAttemptMs });
  }

  async dead(attempt: Attempt, outcome: AttemptOutcome, nowMs: number): Promise<void> {
    this.#settle(attempt, 'dead', outcome, nowMs);
  }

  async revive(eventId: string, nowMs: number): Promise<boolean> {
    const row = this.#memory.events.get(eventId);
    if (row?.state !== 'dead') return false;
    const fresh = { attempts: 0, nextAttemptMs: nowMs, expiresAtMs: nowMs + lifetimeMs, settledAtMs: null };
    Object.assign(row, { state: 'waiting', ...fresh });
    this.#wait(row);
    return true;
  }

  async listDead(): Promise<WebhookEvent[]> {
    const dead = [...this.#memory.events.values()].filter(({ state }) => state === 'dead');
    const newest = (a: EventRow, b: EventRow): number => (b.settledAtMs ?? 0) - (a.settledAtMs ?? 0);
    return dead.sort((a, b) => newest(a, b) || b.sequence - a.sequence).map(eventOf);
  }

  async list(): Promise<ListedWebhook[]> {
    const events = [...this.#memory.events.values()];
    const count = (partnerId: string, state: string): number =>
      events.filter((event) => event.partnerId === partnerId && event.state === state).length;
    return [...this.#memory.webhooks]
      .map(([id, { url, enabled, updatedAtMs }]) => {
        const partner = this.#memory.partners.get(id)?.name ?? id;
        return { partner, url, enabled, updatedAtMs, waiting: count(id, 'waiting'), dead: count(id, 'dead') };
      })
      .sort((a, b) => (a.partner < b.partner ? -1 : 1));
  }

  async forgetDelivered(beforeMs: number, most: number): Promise<number> {
    const { events, analyses } = this.#memory;
    const hasEnded = (id: string): boolean => ['success', 'failed'].includes(analyses.get(id)?.status ?? '');
    const old = [...events.values()]
      .filter(({ state, settledAtMs }) => state === 'delivered' && (settledAtMs ?? beforeMs) < beforeMs)
      .filter(({ analysisId }) => hasEnded(analysisId))
      .slice(0, most);
    for (const { id } of old) events.delete(id);
    return old.length;
  }

  /** Of every analysis the first event that waits. */
  #firsts(): EventRow[] {
    return [...this.#waiting.values()].map(([first]) => first);
  }

  #take(row: EventRow, leaseUntilMs: number): DueEvent {
    row.attempts++;
    row.nextAttemptMs = leaseUntilMs;
    const settings = this.#memory.webhooks.get(row.partnerId);
    return { event: eventOf(row), settings: settings?.enabled === true ? settings : null };
  }

  #wait(row: EventRow): void {
    const others = this.#waiting.get(row.analysisId) ?? [];
    this.#waiting.set(
      row.analysisId,
      [...others, row].sort((a, b) => a.sequence - b.sequence),
    );
  }

  #settle(attempt: Attempt, state: 'delivered' | 'dead', { status, error }: AttemptOutcome, nowMs: number): void {
    const row = this.#memory.events.get(attempt.id);
    if (row?.state !== 'waiting' || row.attempts !== attempt.attempts) return;
    Object.assign(row, { state, lastStatus: status, lastError: error, settledAtMs: nowMs });
    const left = (this.#waiting.get(row.analysisId) ?? []).filter((other) => other !== row);
    if (left.length === 0) this.#waiting.delete(row.analysisId);
    else this.#waiting.set(row.analysisId, left);
  }
}

const eventOf = ({ nextAttemptMs: _nextAttemptMs, settledAtMs: _settledAtMs, ...event }: EventRow): WebhookEvent =>
  event;
