import type { AnalysisPages, AnalysisProgressRow, PageRequest, ShownAnalysis } from './analysis-pages.ts';
import { type AnalysisRow, recordOfRow } from './analysis-row.ts';
import { askedPage, newestFirst } from './newest-first.ts';
import type { SqlDatabase, SqlValue } from './sql-database.ts';
import type { SqlDialect } from './sql-dialect.ts';

/** A partner's analyses in a database, piece by piece. */
export class SqlAnalysisPages implements AnalysisPages {
  readonly #database: SqlDatabase;
  readonly #sql: ReturnType<typeof texts>;

  constructor(database: SqlDatabase) {
    this.#database = database;
    this.#sql = texts(database.dialect);
  }

  page(partnerId: string, request: PageRequest): Promise<ShownAnalysis[]> {
    const { all, ofSubject } = this.#sql;
    return this.#shown(...askedPage(request.subjectId === null ? all : ofSubject, partnerId, request));
  }

  async progress(partnerId: string, ids: readonly string[], sinceMs: number): Promise<AnalysisProgressRow[]> {
    const values = [JSON.stringify(ids), partnerId, partnerId, sinceMs, partnerId, partnerId];
    return [...(await this.#database.query<AnalysisProgressRow>(this.#sql.progress, ...values))];
  }

  succeeded(partnerId: string, subjectId: string, limit: number): Promise<ShownAnalysis[]> {
    return this.#shown(this.#sql.succeeded, partnerId, subjectId, limit);
  }

  async #shown(text: string, ...values: readonly SqlValue[]): Promise<ShownAnalysis[]> {
    const rows = await this.#database.query<Omit<AnalysisRow, 'result'>>(text, ...values);
    return rows.map((row) => shownOf({ ...row, result: null }));
  }
}

function shownOf(row: AnalysisRow): ShownAnalysis {
  const {
    result: _result,
    uploadName: _upload,
    requestId: _request,
    notifyViaWebhook: _notify,
    ...shown
  } = recordOfRow(row);
  return shown;
}

function texts({ textsOfJson }: SqlDialect) {
  const columns = `SELECT id, partner_id, analysis_type, subject_id, height_m, weight_kg, pace, language, treadmill, full_body,
       notify_via_webhook, upload_name, clip_name, status, percentage, attempt, crashes, reason_code, reason_message, unmeasured, request_id, created_at
     FROM analyses WHERE partner_id = ? AND deleted_at IS NULL`;
  const ofSubject = `${columns} AND subject_id = ?`;
  return {
    all: newestFirst(columns),
    ofSubject: newestFirst(ofSubject),
    succeeded: newestFirst(`${ofSubject} AND status = 'success'`).firstPage,
    // Each part has an index of its own: this is asked every second.
    progress: `WITH wanted (id) AS (${textsOfJson})
     SELECT a.id, a.status, a.percentage FROM wanted CROSS JOIN analyses a
       WHERE a.id = wanted.id AND a.partner_id = ? AND a.status IN ('success', 'failed') AND a.deleted_at IS NULL
     UNION SELECT id, status, percentage FROM analyses
       WHERE partner_id = ? AND created_at >= ? AND status IN ('success', 'failed') AND deleted_at IS NULL
     UNION ALL SELECT id, status, percentage FROM analyses WHERE partner_id = ? AND status = 'analyzing' AND deleted_at IS NULL
     UNION ALL SELECT id, status, percentage FROM analyses WHERE partner_id = ? AND status = 'pending' AND deleted_at IS NULL`,
  };
}
