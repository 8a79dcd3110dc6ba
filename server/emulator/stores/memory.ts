import type { ListedKey } from '../../accounts/account-store.ts';
import type { AnalysisRecord } from '../../store/analysis-record.ts';
import type { CreditEntry } from '../../store/credit-ledger.ts';
import type { Subject } from '../../store/subject-store.ts';
import type { WebhookEvent, WebhookSettings } from '../../store/webhook-store.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface PartnerRow {
  readonly id: string;
  readonly name: string;
  metered: boolean;
  balance: number;
  /** Oldest first. */
  readonly entries: CreditEntry[];
}

export interface KeyRow extends Mutable<ListedKey> {
  readonly partnerId: string;
  /** The key itself: nothing of this memory reaches a disk. */
  readonly key: string;
}

export interface AnalysisRow extends Mutable<AnalysisRecord> {
  crashes: number;
  turn: number;
  leaseUntilMs: number | null;
  deleted: boolean;
  /** The credits that were taken, and whether they have been returned. */
  charged: number;
  returned: boolean;
}

export interface SubjectRow extends Mutable<Subject> {
  deletedAtMs: number | null;
}

export interface EventRow extends Mutable<WebhookEvent> {
  nextAttemptMs: number;
  settledAtMs: number | null;
}

/** Everything that a server without a disk remembers, by ids, in the order of its coming. */
export interface Memory {
  readonly partners: Map<string, PartnerRow>;
  readonly keys: Map<string, KeyRow>;
  readonly analyses: Map<string, AnalysisRow>;
  readonly subjects: Map<string, SubjectRow>;
  readonly webhooks: Map<string, WebhookSettings>;
  readonly events: Map<string, EventRow>;
}

export const emptyMemory = (): Memory => ({
  partners: new Map(),
  keys: new Map(),
  analyses: new Map(),
  subjects: new Map(),
  webhooks: new Map(),
  events: new Map(),
});

/** The same memory over again: rows are copied, and what no store ever changes in place, such as results, is shared. */
export const copyMemory = (memory: Memory): Memory => ({
  partners: new Map([...memory.partners].map(([id, row]) => [id, { ...row, entries: [...row.entries] }])),
  keys: copyRows(memory.keys),
  analyses: copyRows(memory.analyses),
  subjects: copyRows(memory.subjects),
  webhooks: copyRows(memory.webhooks),
  events: copyRows(memory.events),
});

const copyRows = <T extends object>(rows: ReadonlyMap<string, T>): Map<string, T> =>
  new Map([...rows].map(([id, row]) => [id, { ...row }]));
