import type { FailureReason } from '../contract/schemas/results.ts';
import type { AnalysisRecord, AnalysisResult, NewAnalysis } from './analysis-record.ts';
import { type AnalysisRow, recordOfRow } from './analysis-row.ts';
import type { AnalysisStore, Run } from './analysis-store.ts';
import type { Connection } from './database.ts';

/** Analyses in SQLite. */
export class SqliteAnalysisStore implements AnalysisStore {
  readonly #database: Connection;

  constructor(database: Connection) {
    this.#database = database;
  }

  async add(analysis: NewAnalysis): Promise<void> {
    this.#database
      .prepare(
        `INSERT INTO analyses (id, partner_id, analysis_type, subject_id, height_m, weight_kg, pace, language, treadmill,
           full_body, notify_via_webhook, upload_name, status, percentage, attempt, crashes, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', 0, 0, 0, ?)`,
      )
      .run(
        analysis.id,
        analysis.partnerId,
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
        analysis.createdAtMs,
      );
  }

  async find(partnerId: string, id: string): Promise<AnalysisRecord | null> {
    return this.#one('SELECT * FROM analyses WHERE id = ? AND partner_id = ?', id, partnerId);
  }

  async ownerOf(id: string): Promise<string | null> {
    const row = this.#database.prepare('SELECT partner_id FROM analyses WHERE id = ?').get(id);
    return (row as { readonly partner_id: string } | undefined)?.partner_id ?? null;
  }

  async takeNext(nowMs: number): Promise<AnalysisRecord | null> {
    return this.#one(
      `UPDATE analyses SET status = 'analyzing', percentage = 0, attempt = attempt + 1, started_at = ?
       WHERE id = (SELECT id FROM analyses WHERE status = 'pending' ORDER BY created_at, rowid LIMIT 1)
       RETURNING *`,
      nowMs,
    );
  }

  async setPercentage(run: Run, percentage: number): Promise<boolean> {
    return this.#change(run, 'percentage = ?', percentage);
  }

  async succeed(run: Run, result: AnalysisResult, nowMs: number): Promise<boolean> {
    const set = `status = 'success', percentage = 100, result = ?, finished_at = ?`;
    return this.#change(run, set, JSON.stringify(result), nowMs);
  }

  async fail(run: Run, reason: FailureReason, nowMs: number): Promise<boolean> {
    const set = `status = 'failed', reason_code = ?, reason_message = ?, finished_at = ?`;
    return this.#change(run, set, reason.code, reason.message, nowMs);
  }

  async handBack(run: Run): Promise<boolean> {
    return this.#change(run, `status = 'pending', percentage = 0`);
  }

  async recover(maxCrashes: number, reason: FailureReason, nowMs: number): Promise<number> {
    const recoverAll = this.#database.transaction(() => {
      this.#database.prepare(`UPDATE analyses SET crashes = crashes + 1 WHERE status = 'analyzing'`).run();
      this.#database
        .prepare(
          `UPDATE analyses SET status = 'failed', reason_code = ?, reason_message = ?, finished_at = ?
           WHERE status = 'analyzing' AND crashes >= ?`,
        )
        .run(reason.code, reason.message, nowMs, maxCrashes);
      return this.#database
        .prepare(`UPDATE analyses SET status = 'pending', percentage = 0 WHERE status = 'analyzing'`)
        .run().changes;
    });
    return recoverAll.immediate();
  }

  async uploadsInUse(): Promise<ReadonlySet<string>> {
    const rows = this.#database
      .prepare(`SELECT upload_name FROM analyses WHERE status IN ('pending', 'analyzing')`)
      .all() as readonly { readonly upload_name: string }[];
    return new Set(rows.map((row) => row.upload_name));
  }

  async idsWithMedia(): Promise<ReadonlySet<string>> {
    const rows = this.#database.prepare(`SELECT id FROM analyses WHERE status = 'success'`).all() as readonly {
      readonly id: string;
    }[];
    return new Set(rows.map((row) => row.id));
  }

  #one(sql: string, ...values: unknown[]): AnalysisRecord | null {
    const [row] = this.#database.prepare(sql).all(...values) as readonly (AnalysisRow | undefined)[];
    return row === undefined ? null : recordOfRow(row);
  }

  #change({ id, attempt }: Run, set: string, ...values: unknown[]): boolean {
    const { changes } = this.#database
      .prepare(`UPDATE analyses SET ${set} WHERE id = ? AND attempt = ? AND status = 'analyzing'`)
      .run(...values, id, attempt);
    return changes === 1;
  }
}
