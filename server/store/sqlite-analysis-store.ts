import type { FailureReason } from '../contract/schemas/results.ts';
import type { AnalysisChange, OnAnalysisChange } from './analysis-change.ts';
import type { AnalysisRecord, AnalysisResult, AnalysisSummary, NewAnalysis } from './analysis-record.ts';
import { type AnalysisRow, recordOfRow } from './analysis-row.ts';
import { analysisStatements, type RunningRow } from './analysis-statements.ts';
import type { AnalysisStore, Run } from './analysis-store.ts';
import type { Connection } from './database.ts';
import { firstOf, prepareAll, type Statement } from './prepared-statements.ts';
import { SqliteCreditLedger } from './sqlite-credit-ledger.ts';

export interface AnalysisStoreOptions {
  /** Whether the credit of an analysis that fails stays taken; it is returned by default. */
  readonly keepCreditsOfFailed?: boolean;
  readonly onChange?: OnAnalysisChange;
}

/** Analyses in SQLite. */
export class SqliteAnalysisStore implements AnalysisStore {
  readonly #database: Connection;
  readonly #options: AnalysisStoreOptions;
  readonly #credits: SqliteCreditLedger;
  readonly #sql: Readonly<Record<keyof typeof analysisStatements, Statement>>;

  constructor(database: Connection, options: AnalysisStoreOptions = {}) {
    this.#database = database;
    this.#options = options;
    this.#credits = new SqliteCreditLedger(database);
    this.#sql = prepareAll(database, analysisStatements);
  }

  async add(analysis: NewAnalysis): Promise<'added' | 'insufficient_credits'> {
    return this.#atOnce(() => {
      const { id, partnerId, createdAtMs } = analysis;
      if (!this.#credits.take(partnerId, id, createdAtMs)) return 'insufficient_credits';
      this.#sql.add.run(
        id,
        partnerId,
        analysis.analysisType,
        analysis.subjectId,
        analysis.heightM,
        analysis.weightKg,
        analysis.pace,
        analysis.language,
        Number(analysis.treadmill),
        Number(analysis.fullBody),
        Number(analysis.notifyViaWebhook),
        analysis.uploadName,
        createdAtMs,
      );
      return 'added';
    });
  }

  async find(partnerId: string, id: string): Promise<AnalysisRecord | null> {
    const row = firstOf<AnalysisRow>(this.#sql.find.all(id, partnerId));
    return row === null ? null : recordOfRow(row);
  }

  async listByPartner(partnerId: string): Promise<AnalysisSummary[]> {
    return this.#sql.listByPartner.all(partnerId) as AnalysisSummary[];
  }

  async listBySubject(partnerId: string, subjectId: string): Promise<AnalysisSummary[]> {
    return this.#sql.listBySubject.all(partnerId, subjectId) as AnalysisSummary[];
  }

  async ownerOf(id: string): Promise<string | null> {
    return firstOf<{ readonly partner_id: string }>(this.#sql.ownerOf.all(id))?.partner_id ?? null;
  }

  async takeNext(nowMs: number): Promise<AnalysisRecord | null> {
    return this.#atOnce(() => {
      const row = firstOf<AnalysisRow>(this.#sql.takeNext.all(nowMs));
      if (row === null) return null;
      const record = recordOfRow(row);
      const { id, partnerId, notifyViaWebhook, status, percentage, attempt } = record;
      this.#tell({ id, partnerId, notifyViaWebhook, status, percentage, previousPercentage: 0, attempt, atMs: nowMs });
      return record;
    });
  }

  async setPercentage(run: Run, percentage: number, nowMs: number): Promise<boolean> {
    return this.#change(run, (row) => {
      this.#sql.setPercentage.run(percentage, row.id);
      this.#tell({ ...changeOf(row, nowMs), percentage });
    });
  }

  async succeed(run: Run, result: AnalysisResult, nowMs: number): Promise<boolean> {
    const json = JSON.stringify(result);
    return this.#change(run, (row) => {
      this.#sql.succeed.run(json, nowMs, row.id);
      this.#tell({ ...changeOf(row, nowMs), status: 'success', percentage: 100 });
    });
  }

  async fail(run: Run, reason: FailureReason, nowMs: number): Promise<boolean> {
    return this.#change(run, (row) => this.#end(row, reason, nowMs));
  }

  async handBack(run: Run): Promise<boolean> {
    return this.#change(run, (row) => this.#sql.handBack.run(row.id));
  }

  async recover(maxCrashes: number, reason: FailureReason, nowMs: number): Promise<number> {
    return this.#atOnce(() => {
      this.#sql.countCrash.run();
      const given = this.#sql.crashedOften.all(maxCrashes) as readonly RunningRow[];
      for (const row of given) this.#end(row, reason, nowMs);
      return this.#sql.handBackAll.run().changes;
    });
  }

  async uploadsInUse(): Promise<ReadonlySet<string>> {
    const rows = this.#sql.uploadsInUse.all() as readonly { readonly upload_name: string }[];
    return new Set(rows.map((row) => row.upload_name));
  }

  async idsWithMedia(): Promise<ReadonlySet<string>> {
    const rows = this.#sql.succeeded.all() as readonly { readonly id: string }[];
    return new Set(rows.map((row) => row.id));
  }

  #atOnce<T>(act: () => T): T {
    return this.#database.transaction(act).immediate();
  }

  /** Changes what a run owns, if it still does. */
  #change({ id, attempt }: Run, write: (row: RunningRow) => void): boolean {
    return this.#atOnce(() => {
      const row = firstOf<RunningRow>(this.#sql.running.all(id, attempt));
      if (row === null) return false;
      write(row);
      return true;
    });
  }

  #end(row: RunningRow, { code, message }: FailureReason, nowMs: number): void {
    this.#sql.fail.run(code, message, nowMs, row.id);
    if (this.#options.keepCreditsOfFailed !== true) this.#credits.giveBack(row.id, nowMs);
    this.#tell({ ...changeOf(row, nowMs), status: 'failed' });
  }

  #tell(change: AnalysisChange): void {
    this.#options.onChange?.(change);
  }
}

const changeOf = (row: RunningRow, atMs: number): AnalysisChange => ({
  id: row.id,
  partnerId: row.partner_id,
  notifyViaWebhook: row.notify_via_webhook === 1,
  status: 'analyzing',
  percentage: row.percentage,
  previousPercentage: row.percentage,
  attempt: row.attempt,
  atMs,
});
