import type { AnalysisRow } from './analysis-row.ts';
import type { SqlDialect } from './sql-dialect.ts';

/** What is read of a running analysis before it changes. */
export type RunningRow = Pick<AnalysisRow, 'id' | 'partner_id' | 'notify_via_webhook' | 'percentage' | 'attempt'>;

const running = 'SELECT id, partner_id, notify_via_webhook, percentage, attempt FROM analyses';
const summary = `SELECT id, analysis_type AS "analysisType", status, percentage, subject_id AS "subjectId",
  created_at AS "createdAtMs" FROM analyses`;

/** The SQL of `SqlAnalysisStore`. */
export const analysisStatements = ({ forUpdate, forUpdateSkipLocked }: SqlDialect) => ({
  add: `INSERT INTO analyses (id, partner_id, analysis_type, subject_id, height_m, weight_kg, pace, language, treadmill,
       full_body, notify_via_webhook, upload_name, request_id, status, percentage, attempt, crashes, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', 0, 0, 0, ?)`,
  find: 'SELECT * FROM analyses WHERE id = ? AND partner_id = ?',
  listByPartner: `${summary} WHERE partner_id = ? ORDER BY created_at DESC, rowid DESC`,
  listBySubject: `${summary} WHERE partner_id = ? AND subject_id = ? ORDER BY created_at DESC, rowid DESC`,
  ownerOf: 'SELECT partner_id FROM analyses WHERE id = ?',
  takeNext: `UPDATE analyses SET status = 'analyzing', percentage = 0, attempt = attempt + 1, started_at = ?
     WHERE id = (SELECT id FROM analyses WHERE status = 'pending' ORDER BY created_at, rowid LIMIT 1 ${forUpdateSkipLocked})
     RETURNING *`,
  running: `${running} WHERE id = ? AND attempt = ? AND status = 'analyzing' ${forUpdate}`,
  setPercentage: 'UPDATE analyses SET percentage = ? WHERE id = ?',
  succeed: `UPDATE analyses SET status = 'success', percentage = 100, result = ?, finished_at = ? WHERE id = ?`,
  fail: `UPDATE analyses SET status = 'failed', reason_code = ?, reason_message = ?, finished_at = ? WHERE id = ?`,
  handBack: `UPDATE analyses SET status = 'pending', percentage = 0 WHERE id = ?`,
  countCrash: `UPDATE analyses SET crashes = crashes + 1 WHERE status = 'analyzing'`,
  crashedOften: `${running} WHERE status = 'analyzing' AND crashes >= ? ${forUpdate}`,
  handBackAll: `UPDATE analyses SET status = 'pending', percentage = 0 WHERE status = 'analyzing'`,
  uploadsInUse: `SELECT upload_name FROM analyses WHERE status IN ('pending', 'analyzing')`,
  succeeded: `SELECT id FROM analyses WHERE status = 'success'`,
});
