import type { FailureReason } from '../contract/schemas/results.ts';
import { unmeasuredReason } from '../contract/unmeasured-reason.ts';
import type { AnalysisChange, OnAnalysisChange, RecordAnalysisChange } from './analysis-change.ts';
import type { ListedPage, PageRequest } from './analysis-pages.ts';
import type { AnalysisRecord, AnalysisResult, AnalysisSummary, NewAnalysis } from './analysis-record.ts';
import { type AnalysisRow, recordOfRow } from './analysis-row.ts';
import { analysisStatements, type RunningRow } from './analysis-statements.ts';
import type { AnalysisStore, LostRuns, OpenAnalysis, Owned, Run, Waiting } from './analysis-store.ts';
import { askedPage } from './newest-first.ts';
import { SqlCreditLedger } from './sql-credit-ledger.ts';
import { firstOf, OutcomeUnknownError, type SqlConnection, type SqlDatabase } from './sql-database.ts';

export interface AnalysisStoreOptions {
  /** Whether the credit of an analysis that fails stays taken; it is returned by default. */
  readonly keepCreditsOfFailed?: boolean;
  readonly record?: RecordAnalysisChange;
  readonly onChange?: OnAnalysisChange;
}

/** Analyses in a database. */
export class SqlAnalysisStore implements AnalysisStore {
  readonly #database: SqlDatabase;
  readonly #options: AnalysisStoreOptions;
  readonly #credits: SqlCreditLedger;
  readonly #sql: ReturnType<typeof analysisStatements>;

  constructor(database: SqlDatabase, options: AnalysisStoreOptions = {}) {
    this.#database = database;
    this.#options = options;
    this.#credits = new SqlCreditLedger(database);
    this.#sql = analysisStatements(database.dialect);
  }

  async add(analysis: NewAnalysis): Promise<'added' | 'insufficient_credits'> {
    try {
      return await this.#add(analysis);
    } catch (error) {
      if (error instanceof OutcomeUnknownError && (await this.ownerOf(analysis.id)) !== null) return 'added';
      throw error;
    }
  }

  async #add(analysis: NewAnalysis): Promise<'added' | 'insufficient_credits'> {
    return this.#database.transaction(async (connection) => {
      const { id, partnerId, createdAtMs } = analysis;
      if (!(await this.#credits.take(connection, partnerId, id, createdAtMs))) return 'insufficient_credits';
      await connection.run(
        this.#sql.add,
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
        analysis.clipName,
        analysis.requestId,
        createdAtMs,
        partnerId,
      );
      return 'added';
    });
  }

  async find(partnerId: string, id: string): Promise<AnalysisRecord | null> {
    const row = firstOf(await this.#database.query<AnalysisRow>(this.#sql.find, id, partnerId));
    return row === null ? null : recordOfRow(row);
  }

  async list(partnerId: string, request: PageRequest): Promise<ListedPage> {
    const { listed, listedOfSubject } = this.#sql;
    const page = askedPage(request.subjectId === null ? listed : listedOfSubject, partnerId, request);
    const analyses = await this.#database.query<AnalysisSummary>(...page);
    return { analyses, next: analyses.length < request.limit ? null : (analyses.at(-1)?.id ?? null) };
  }

  async ownerOf(id: string): Promise<Owned | null> {
    return firstOf(await this.#database.query<Owned>(this.#sql.ownerOf, id));
  }

  async takeNext(nowMs: number, leaseUntilMs?: number): Promise<AnalysisRecord | null> {
    return this.#changing(async (changes) => {
      const rows = await changes.connection.query<AnalysisRow>(this.#sql.takeNext, nowMs, leaseUntilMs ?? null);
      return begun(firstOf(rows), changes, nowMs);
    });
  }

  async take(id: string, nowMs: number, lost?: LostRuns): Promise<AnalysisRecord | null> {
    return this.#changing(async (changes) => {
      const { connection } = changes;
      if (lost !== undefined) {
        const row = firstOf(await connection.query<RunningRow>(this.#sql.runOf, id));
        if (row !== null && !(await this.#takeBack(row, changes, lost, nowMs))) return null;
      }
      const rows = await connection.query<AnalysisRow>(this.#sql.take, nowMs, null, id);
      return begun(firstOf(rows), changes, nowMs);
    });
  }

  async renew({ id, attempt }: Run, leaseUntilMs: number): Promise<boolean> {
    return (await this.#database.run(this.#sql.renew, leaseUntilMs, id, attempt)) === 1;
  }

  async holds({ id, attempt }: Run): Promise<boolean> {
    return (await this.#database.query(this.#sql.holds, id, attempt)).length === 1;
  }

  async takeBackExpired(lost: LostRuns, nowMs: number): Promise<number> {
    return this.#changing(async (changes) => {
      const rows = await changes.connection.query<RunningRow>(this.#sql.expired, nowMs);
      return this.#takeBackAll(rows, changes, lost, nowMs);
    });
  }

  async waiting(partnerId: string): Promise<Waiting> {
    const [counts] = await this.#database.query<Waiting>(this.#sql.waiting, partnerId);
    return counts;
  }

  async open(id?: string): Promise<OpenAnalysis[]> {
    const { open, openOne } = this.#sql;
    const rows = id === undefined ? this.#database.query(open) : this.#database.query(openOne, id);
    return [...((await rows) as readonly OpenAnalysis[])];
  }

  async setPercentage(run: Run, percentage: number, nowMs: number): Promise<boolean> {
    return this.#change(run, async (row, changes) => {
      await changes.connection.run(this.#sql.setPercentage, percentage, row.id);
      await changes.tell({ ...changeOf(row, nowMs), percentage });
    });
  }

  async succeed(run: Run, result: AnalysisResult, nowMs: number): Promise<boolean> {
    const json = JSON.stringify(result);
    return this.#change(run, async (row, changes) => {
      await changes.connection.run(this.#sql.succeed, unmeasuredReason(result), json, nowMs, row.id);
      await changes.tell({ ...changeOf(row, nowMs), status: 'success', percentage: 100 });
    });
  }

  async hasSucceeded({ id, attempt }: Run): Promise<boolean> {
    return (await this.#database.query(this.#sql.hasSucceeded, id, attempt)).length === 1;
  }

  async fail(run: Run, reason: FailureReason, nowMs: number): Promise<boolean> {
    return this.#change(run, (row, changes) => this.#end(row, changes, reason, nowMs));
  }

  async handBack(run: Run): Promise<boolean> {
    return this.#change(run, async (row, { connection }) => void (await connection.run(this.#sql.handBack, row.id)));
  }

  async recover(maxCrashes: number, reason: FailureReason, nowMs: number): Promise<number> {
    return this.#changing(async (changes) => {
      const rows = await changes.connection.query<RunningRow>(this.#sql.allRunning);
      return this.#takeBackAll(rows, changes, { most: maxCrashes, reason }, nowMs);
    });
  }

  async erase(id: string, partnerId: string | null, nowMs: number): Promise<string | null> {
    return this.#database.transaction(async (connection) => {
      const row = firstOf(await connection.query<OwnRow>(this.#sql.ownOf, id));
      if (row === null || (partnerId !== null && row.partner_id !== partnerId)) return null;
      await connection.run(this.#sql.erase, nowMs, nowMs, id);
      await connection.run(this.#sql.eraseEvents, id);
      const isOpen = row.status === 'pending' || row.status === 'analyzing';
      if (isOpen && this.#options.keepCreditsOfFailed !== true)
        await this.#credits.giveBack(connection, row.partner_id, id, nowMs);
      return row.upload_name;
    });
  }

  async startedBefore(beforeMs: number, most: number): Promise<string[]> {
    return this.#ids(this.#sql.startedBefore, beforeMs, most);
  }

  async idsOfSubject(subjectId: string): Promise<string[]> {
    return this.#ids(this.#sql.idsOfSubject, subjectId);
  }

  async #ids(text: string, ...values: readonly (string | number)[]): Promise<string[]> {
    const rows = await this.#database.query<{ readonly id: string }>(text, ...values);
    return rows.map(({ id }) => id);
  }

  async uploadsInUse(names: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.#database.query<{ readonly upload_name: string }>(
      this.#sql.uploadsInUse,
      JSON.stringify(names),
    );
    return new Set(rows.map((row) => row.upload_name));
  }

  async runsWithMedia(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#database.query<Run>(this.#sql.runsWithMedia, JSON.stringify(ids));
    return new Map(rows.map(({ id, attempt }) => [id, attempt]));
  }

  /** Changes analyses within one transaction; what was told in it is passed on once it is kept. */
  async #changing<T>(act: (changes: Changes) => Promise<T>): Promise<T> {
    const { record, onChange } = this.#options;
    let told: AnalysisChange[] = [];
    let afterwards: (() => void)[] = [];
    const result = await this.#database.transaction((connection) => {
      told = [];
      afterwards = [];
      const tell = async (change: AnalysisChange): Promise<void> => {
        await record?.(change, connection);
        told.push(change);
      };
      return act({ connection, tell, afterwards });
    });
    for (const change of told) onChange?.(change);
    for (const act of afterwards) act();
    return result;
  }

  /** Changes what a run owns, if it still does. */
  #change({ id, attempt }: Run, write: (row: RunningRow, changes: Changes) => Promise<void>): Promise<boolean> {
    return this.#changing(async (changes) => {
      const row = firstOf(await changes.connection.query<RunningRow>(this.#sql.running, id, attempt));
      if (row === null) return false;
      await write(row, changes);
      return true;
    });
  }

  async #takeBackAll(rows: readonly RunningRow[], changes: Changes, lost: LostRuns, nowMs: number): Promise<number> {
    let count = 0;
    for (const row of rows) if (await this.#takeBack(row, changes, lost, nowMs)) count++;
    return count;
  }

  /** Puts a run that is lost back to wait, or ends it. @returns Whether it waits. */
  async #takeBack(row: RunningRow, changes: Changes, lost: LostRuns, nowMs: number): Promise<boolean> {
    await changes.connection.run(this.#sql.countLost, row.id);
    const isGivenUp = row.crashes + 1 >= lost.most;
    if (isGivenUp) {
      await this.#end(row, changes, lost.reason, nowMs);
      changes.afterwards.push(() => lost.onGivenUp?.(row.upload_name));
    } else await changes.connection.run(this.#sql.handBack, row.id);
    return !isGivenUp;
  }

  async #end(row: RunningRow, changes: Changes, { code, message }: FailureReason, nowMs: number): Promise<void> {
    const { connection, tell } = changes;
    await connection.run(this.#sql.fail, code, message, nowMs, row.id);
    if (this.#options.keepCreditsOfFailed !== true)
      await this.#credits.giveBack(connection, row.partner_id, row.id, nowMs);
    await tell({ ...changeOf(row, nowMs), status: 'failed' });
  }
}

type OwnRow = Pick<AnalysisRow, 'id' | 'partner_id' | 'status' | 'upload_name'>;

/** A transaction that changes analyses. */
interface Changes {
  readonly connection: SqlConnection;
  tell(change: AnalysisChange): Promise<void>;
  /** What is done once the transaction is kept. */
  readonly afterwards: (() => void)[];
}

/** Tells of a run that has begun. */
async function begun(row: AnalysisRow | null, { tell }: Changes, atMs: number): Promise<AnalysisRecord | null> {
  if (row === null) return null;
  const record = recordOfRow(row);
  const { id, partnerId, notifyViaWebhook, status, percentage, attempt } = record;
  await tell({ id, partnerId, notifyViaWebhook, status, percentage, previousPercentage: percentage, attempt, atMs });
  return record;
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
