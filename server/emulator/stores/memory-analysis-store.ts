import type { FailureReason } from '../../contract/schemas/results.ts';
import { unmeasuredReason } from '../../contract/unmeasured-reason.ts';
import type { OnAnalysisChange } from '../../store/analysis-change.ts';
import type { ListedPage, PageRequest } from '../../store/analysis-pages.ts';
import type { AnalysisRecord, AnalysisResult, AnalysisSummary, NewAnalysis } from '../../store/analysis-record.ts';
import type { AnalysisStore, LostRuns, OpenAnalysis, Owned, Run, Waiting } from '../../store/analysis-store.ts';
import type { AnalysisStoreOptions } from '../../store/sql-analysis-store.ts';
import type { AnalysisRow, Memory } from './memory.ts';
import { returnCredit, takeCredit } from './memory-credit-ledger.ts';

export interface MemoryAnalysisOptions extends AnalysisStoreOptions {
  /** Told of every analysis that is deleted. */
  readonly onErase?: (id: string) => void;
}

/** Analyses in memory. Nothing is awaited within a method, so each of them happens at once. */
export class MemoryAnalysisStore implements AnalysisStore {
  readonly #memory: Memory;
  readonly #keepCredits: boolean;
  readonly #onChange: OnAnalysisChange | undefined;
  readonly #onErase: ((id: string) => void) | undefined;

  constructor(memory: Memory, { keepCreditsOfFailed, onChange, onErase }: MemoryAnalysisOptions = {}) {
    this.#memory = memory;
    this.#keepCredits = keepCreditsOfFailed ?? false;
    this.#onChange = onChange;
    this.#onErase = onErase;
  }

  async add(analysis: NewAnalysis): Promise<'added' | 'insufficient_credits'> {
    const { id, partnerId, createdAtMs } = analysis;
    if (this.#memory.analyses.has(id)) throw new Error(`the id ${id} is taken`);
    const charged = takeCredit(this.#memory, partnerId, id, createdAtMs);
    if (charged === null) return 'insufficient_credits';
    const turn = this.#nextTurn(partnerId);
    const waiting = {
      status: 'pending',
      percentage: 0,
      attempt: 0,
      reason: null,
      unmeasured: null,
      result: null,
    } as const;
    this.#memory.analyses.set(id, { ...analysis, ...waiting, ...unseen, turn, charged, returned: false });
    return 'added';
  }

  async find(partnerId: string, id: string): Promise<AnalysisRecord | null> {
    const row = this.#known(id);
    return row?.partnerId === partnerId ? recordOf(row) : null;
  }

  async list(partnerId: string, { subjectId, limit, before }: PageRequest): Promise<ListedPage> {
    const own = [...this.#memory.analyses.values()].filter((row) => row.partnerId === partnerId).reverse();
    own.sort((a, b) => b.createdAtMs - a.createdAtMs);
    const place = own.findIndex(({ id }) => id === before);
    const after = before === null ? own : place < 0 ? [] : own.slice(place + 1);
    const asked = after.filter((row) => !row.deleted && (subjectId === null || row.subjectId === subjectId));
    const analyses = asked.slice(0, limit).map(summaryOf);
    return { analyses, next: asked.length > limit ? (analyses.at(-1)?.id ?? null) : null };
  }

  async ownerOf(id: string): Promise<Owned | null> {
    const row = this.#known(id);
    return row === undefined ? null : { partnerId: row.partnerId, attempt: row.attempt };
  }

  async takeNext(nowMs: number, leaseUntilMs?: number): Promise<AnalysisRecord | null> {
    const [next] = this.#pending().sort(inTurn);
    return next === undefined ? null : this.#start(next, nowMs, leaseUntilMs);
  }

  async take(id: string, nowMs: number, lost?: LostRuns): Promise<AnalysisRecord | null> {
    const row = this.#memory.analyses.get(id);
    if (row?.status === 'analyzing' && lost !== undefined) this.#takeBack(row, lost, nowMs);
    return row?.status === 'pending' ? this.#start(row, nowMs) : null;
  }

  async renew(run: Run, leaseUntilMs: number): Promise<boolean> {
    return this.#change(run, (row) => {
      row.leaseUntilMs = leaseUntilMs;
    });
  }

  async holds(run: Run): Promise<boolean> {
    return this.#change(run, () => undefined);
  }

  async takeBackExpired(lost: LostRuns, nowMs: number): Promise<number> {
    const expired = this.#running().filter(({ leaseUntilMs }) => leaseUntilMs !== null && leaseUntilMs <= nowMs);
    return expired.filter((row) => this.#takeBack(row, lost, nowMs)).length;
  }

  async waiting(partnerId: string): Promise<Waiting> {
    const pending = this.#pending();
    return { ofPartner: pending.filter((row) => row.partnerId === partnerId).length, all: pending.length };
  }

  async open(id?: string): Promise<OpenAnalysis[]> {
    const rows = [...this.#pending(), ...this.#running()].filter((row) => id === undefined || row.id === id);
    return rows.sort(inTurn).map(({ id: itsId, turn }) => ({ id: itsId, turn }));
  }

  async setPercentage(run: Run, percentage: number, nowMs: number): Promise<boolean> {
    return this.#change(run, (row) => {
      const previous = row.percentage;
      row.percentage = percentage;
      this.#tell(row, previous, nowMs);
    });
  }

  async succeed(run: Run, result: AnalysisResult, nowMs: number): Promise<boolean> {
    return this.#change(run, (row) => {
      const previous = row.percentage;
      Object.assign(row, { status: 'success', percentage: 100, unmeasured: unmeasuredReason(result), result });
      this.#tell(row, previous, nowMs);
    });
  }

  async hasSucceeded({ id, attempt }: Run): Promise<boolean> {
    const row = this.#known(id);
    return row?.status === 'success' && row.attempt === attempt;
  }

  async fail(run: Run, reason: FailureReason, nowMs: number): Promise<boolean> {
    return this.#change(run, (row) => this.#end(row, reason, nowMs));
  }

  async handBack(run: Run): Promise<boolean> {
    return this.#change(run, putBack);
  }

  async recover(maxCrashes: number, reason: FailureReason, nowMs: number): Promise<number> {
    const lost = { most: maxCrashes, reason };
    return this.#running().filter((row) => this.#takeBack(row, lost, nowMs)).length;
  }

  async erase(id: string, partnerId: string | null, nowMs: number): Promise<string | null> {
    const row = this.#known(id);
    if (row === undefined || (partnerId !== null && row.partnerId !== partnerId)) return null;
    const { uploadName, status } = row;
    const isOpen = status === 'pending' || status === 'analyzing';
    const unknown = {
      subjectId: null,
      heightM: 0,
      weightKg: 0,
      pace: null,
      requestId: null,
      uploadName: '',
      clipName: null,
    };
    Object.assign(row, { ...unknown, deleted: true, reason: null, unmeasured: null, result: null, leaseUntilMs: null });
    if (isOpen) {
      row.status = 'failed';
      if (!this.#keepCredits) returnCredit(this.#memory, row, nowMs);
    }
    this.#onErase?.(id);
    return uploadName;
  }

  async startedBefore(beforeMs: number, most: number): Promise<string[]> {
    return this.#oldest((row) => row.createdAtMs < beforeMs).slice(0, most);
  }

  async idsOfSubject(subjectId: string): Promise<string[]> {
    return this.#oldest((row) => row.subjectId === subjectId);
  }

  async uploadsInUse(names: readonly string[]): Promise<ReadonlySet<string>> {
    const open = [...this.#memory.analyses.values()].filter(
      ({ status, uploadName }) => ['pending', 'analyzing'].includes(status) && names.includes(uploadName),
    );
    return new Set(open.map(({ uploadName }) => uploadName));
  }

  async runsWithMedia(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = [...this.#memory.analyses.values()].filter(({ id }) => ids.includes(id));
    const kept = rows.filter(({ status, deleted }) => ['success', 'analyzing'].includes(status) && !deleted);
    return new Map(kept.map(({ id, attempt }) => [id, attempt]));
  }

  #known(id: string): AnalysisRow | undefined {
    const row = this.#memory.analyses.get(id);
    return row?.deleted === true ? undefined : row;
  }

  #oldest(isAsked: (row: AnalysisRow) => boolean): string[] {
    const rows = [...this.#memory.analyses.values()].filter((row) => !row.deleted && isAsked(row));
    return rows.sort((a, b) => a.createdAtMs - b.createdAtMs).map(({ id }) => id);
  }

  #pending(): AnalysisRow[] {
    return [...this.#memory.analyses.values()].filter(({ status }) => status === 'pending');
  }

  #running(): AnalysisRow[] {
    return [...this.#memory.analyses.values()].filter(({ status }) => status === 'analyzing');
  }

  #nextTurn(partnerId: string): number {
    const pending = this.#pending();
    if (pending.length === 0) return 0;
    const own = pending.filter((row) => row.partnerId === partnerId).map(({ turn }) => turn + 1);
    return Math.max(Math.min(...pending.map(({ turn }) => turn)), ...own);
  }

  #start(row: AnalysisRow, nowMs: number, leaseUntilMs: number | null = null): AnalysisRecord {
    Object.assign(row, { status: 'analyzing', attempt: row.attempt + 1, leaseUntilMs });
    this.#tell(row, row.percentage, nowMs);
    return recordOf(row);
  }

  /** Changes what a run owns, if it still does. */
  #change({ id, attempt }: Run, write: (row: AnalysisRow) => void): boolean {
    const row = this.#memory.analyses.get(id);
    if (row?.status !== 'analyzing' || row.attempt !== attempt) return false;
    write(row);
    return true;
  }

  /** Puts a run that is lost back to wait, or ends it. @returns Whether it waits. */
  #takeBack(row: AnalysisRow, { most, reason }: LostRuns, nowMs: number): boolean {
    row.crashes++;
    if (row.crashes >= most) this.#end(row, reason, nowMs);
    else putBack(row);
    return row.status === 'pending';
  }

  #end(row: AnalysisRow, reason: FailureReason, nowMs: number): void {
    Object.assign(row, { status: 'failed', reason });
    if (!this.#keepCredits) returnCredit(this.#memory, row, nowMs);
    this.#tell(row, row.percentage, nowMs);
  }

  #tell(row: AnalysisRow, previousPercentage: number, atMs: number): void {
    const { id, partnerId, notifyViaWebhook, status, percentage, attempt } = row;
    this.#onChange?.({ id, partnerId, notifyViaWebhook, status, percentage, previousPercentage, attempt, atMs });
  }
}

const putBack = (row: AnalysisRow): void => void Object.assign(row, { status: 'pending' });

/** What no record shows. */
const unseen = { crashes: 0, leaseUntilMs: null, deleted: false } as const;

/** Sorting keeps what is alike in the order of its coming. */
const inTurn = (a: AnalysisRow, b: AnalysisRow): number => a.turn - b.turn || a.createdAtMs - b.createdAtMs;

const recordOf = ({
  crashes: _crashes,
  turn: _turn,
  leaseUntilMs: _leaseUntilMs,
  deleted: _deleted,
  charged: _charged,
  returned: _returned,
  ...record
}: AnalysisRow): AnalysisRecord => record;

const summaryOf = ({ id, analysisType, status, percentage, subjectId, createdAtMs }: AnalysisRow): AnalysisSummary => ({
  id,
  analysisType,
  status,
  percentage,
  subjectId,
  createdAtMs,
});
