import type { AnalysisRow } from './analysis-row.ts';
import { newestFirst } from './newest-first.ts';
import type { SqlDialect } from './sql-dialect.ts';

/** What is read of a running analysis before it changes. */
export type RunningRow = Pick<
  AnalysisRow,
  'id' | 'partner_id' | 'notify_via_webhook' | 'percentage' | 'attempt' | 'crashes' | 'upload_name'
>;

const running = 'SELECT id, partner_id, notify_via_webhook, percentage, attempt, crashes, upload_name FROM analyses';
const summary = `SELECT id, analysis_type AS "analysisType", status, percentage, subject_id AS "subjectId",
  created_at AS "createdAtMs" FROM analyses`;

// After the last of the partner's own that waits, and no sooner than what is taken next.
const nextTurn = `(SELECT COALESCE(MAX(earliest), 0) FROM (
  SELECT MAX(turn) + 1 AS earliest FROM analyses WHERE partner_id = ? AND status = 'pending'
  UNION ALL SELECT MIN(turn) FROM analyses WHERE status = 'pending'
) AS turns)`;
// What was told of the progress does not fall back where a run is followed by another.
const begin = `UPDATE analyses SET status = 'analyzing', attempt = attempt + 1, started_at = ?, lease_until = ?`;

/** The SQL of `SqlAnalysisStore`. */
export const analysisStatements = ({ forUpdate, forUpdateSkipLocked, textsOfJson }: SqlDialect) => ({
  add: `INSERT INTO analyses (id, partner_id, analysis_type, subject_id, height_m, weight_kg, pace, language, treadmill,
       full_body, notify_via_webhook, upload_name, clip_name, request_id, status, percentage, attempt, crashes, created_at, turn)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', 0, 0, 0, ?, ${nextTurn})`,
  find: 'SELECT * FROM analyses WHERE id = ? AND partner_id = ? AND deleted_at IS NULL',
  listed: newestFirst(`${summary} WHERE partner_id = ? AND deleted_at IS NULL`),
  listedOfSubject: newestFirst(`${summary} WHERE partner_id = ? AND deleted_at IS NULL AND subject_id = ?`),
  ownerOf: 'SELECT partner_id AS "partnerId", attempt FROM analyses WHERE id = ? AND deleted_at IS NULL',
  takeNext: `${begin}
     WHERE id = (SELECT id FROM analyses WHERE status = 'pending' ORDER BY turn, created_at, rowid LIMIT 1 ${forUpdateSkipLocked})
     RETURNING *`,
  take: `${begin} WHERE id = ? AND status = 'pending' RETURNING *`,
  runOf: `${running} WHERE id = ? AND status = 'analyzing' ${forUpdate}`,
  renew: `UPDATE analyses SET lease_until = ? WHERE id = ? AND attempt = ? AND status = 'analyzing'`,
  holds: `SELECT 1 FROM analyses WHERE id = ? AND attempt = ? AND status = 'analyzing'`,
  hasSucceeded: `SELECT 1 FROM analyses WHERE id = ? AND attempt = ? AND status = 'success' AND deleted_at IS NULL`,
  expired: `${running} WHERE status = 'analyzing' AND lease_until <= ? ${forUpdateSkipLocked}`,
  waiting: `SELECT (SELECT COUNT(*) FROM analyses WHERE status = 'pending' AND partner_id = ?) AS "ofPartner",
     (SELECT COUNT(*) FROM analyses WHERE status = 'pending') AS "all"`,
  open: `SELECT id, turn FROM analyses WHERE status IN ('pending', 'analyzing') ORDER BY turn, created_at, rowid`,
  openOne: `SELECT id, turn FROM analyses WHERE status IN ('pending', 'analyzing') AND id = ?`,
  running: `${running} WHERE id = ? AND attempt = ? AND status = 'analyzing' ${forUpdate}`,
  setPercentage: 'UPDATE analyses SET percentage = ? WHERE id = ?',
  succeed: `UPDATE analyses SET status = 'success', percentage = 100, unmeasured = ?, result = ?, finished_at = ? WHERE id = ?`,
  fail: `UPDATE analyses SET status = 'failed', reason_code = ?, reason_message = ?, finished_at = ? WHERE id = ?`,
  handBack: `UPDATE analyses SET status = 'pending' WHERE id = ?`,
  allRunning: `${running} WHERE status = 'analyzing' ${forUpdate}`,
  countLost: 'UPDATE analyses SET crashes = crashes + 1 WHERE id = ?',
  uploadsInUse: `SELECT upload_name FROM analyses WHERE status IN ('pending', 'analyzing') AND upload_name IN (${textsOfJson})`,
  runsWithMedia: `SELECT id, attempt FROM analyses WHERE id IN (${textsOfJson}) AND status IN ('success', 'analyzing') AND deleted_at IS NULL`,
  ownOf: `SELECT id, partner_id, status, upload_name FROM analyses WHERE id = ? AND deleted_at IS NULL ${forUpdate}`,
  // What remains is no more than that there was one: it is counted and was charged.
  erase: `UPDATE analyses SET status = CASE WHEN status = 'success' THEN status ELSE 'failed' END, deleted_at = ?,
       finished_at = COALESCE(finished_at, ?), height_m = 0, weight_kg = 0, pace = NULL, subject_id = NULL, request_id = NULL,
       upload_name = '', clip_name = NULL, lease_until = NULL, reason_code = NULL, reason_message = NULL, unmeasured = NULL, result = NULL
     WHERE id = ?`,
  eraseEvents: 'DELETE FROM webhook_events WHERE analysis_id = ?',
  startedBefore: `SELECT id FROM analyses WHERE created_at < ? AND deleted_at IS NULL ORDER BY created_at, rowid LIMIT ?`,
  idsOfSubject: `SELECT id FROM analyses WHERE subject_id = ? AND deleted_at IS NULL ORDER BY created_at, rowid`,
});
