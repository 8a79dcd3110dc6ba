import type { SqlDialect } from './sql-dialect.ts';

const event = `id, partner_id AS "partnerId", analysis_id AS "analysisId", event, status, percentage, sequence,
  created_at AS "createdAtMs", expires_at AS "expiresAtMs", state, attempts, last_status AS "lastStatus", last_error AS "lastError"`;
const count = (state: string): string =>
  `(SELECT COUNT(*) FROM webhook_events e WHERE e.partner_id = w.partner_id AND e.state = '${state}')`;

/** The SQL of `SqlWebhookStore`. */
export const webhookStatements = ({ textsOfJson, forUpdateSkipLocked }: SqlDialect) => ({
  get: 'SELECT url, enabled, secret, updated_at FROM webhooks WHERE partner_id = ?',
  save: `INSERT INTO webhooks (partner_id, url, enabled, secret, updated_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (partner_id) DO UPDATE SET url = excluded.url, enabled = excluded.enabled, updated_at = excluded.updated_at`,
  remove: 'DELETE FROM webhooks WHERE partner_id = ?',
  setSecret: 'UPDATE webhooks SET secret = ? WHERE partner_id = ?',
  lastOf: 'SELECT sequence, percentage FROM webhook_events WHERE analysis_id = ? ORDER BY sequence DESC LIMIT 1',
  record: `INSERT INTO webhook_events (id, partner_id, analysis_id, event, status, percentage, sequence, created_at, state,
       attempts, next_attempt_at, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0, ?, ?)`,
  // What another courier takes at this moment is left out: it is judged again once its row is held.
  takeDue: `UPDATE webhook_events SET attempts = attempts + 1, next_attempt_at = ?
     WHERE id IN (SELECT id FROM webhook_events WHERE id IN (
       SELECT id FROM (
         SELECT id, next_attempt_at, ROW_NUMBER() OVER (PARTITION BY partner_id ORDER BY next_attempt_at, sequence) AS place
         FROM webhook_events e
         WHERE state = 'waiting' AND next_attempt_at <= ? AND partner_id NOT IN (${textsOfJson}) AND NOT EXISTS (
           SELECT 1 FROM webhook_events earlier
           WHERE earlier.analysis_id = e.analysis_id AND earlier.sequence < e.sequence AND earlier.state = 'waiting'
         )
       ) AS due WHERE place <= ? ORDER BY place, next_attempt_at LIMIT ?
     ) AND state = 'waiting' AND next_attempt_at <= ? ${forUpdateSkipLocked})
     RETURNING ${event}`,
  // What an earlier event of the same analysis holds back is due with that one.
  nextDue: `SELECT MIN(next_attempt_at) AS "atMs" FROM webhook_events e WHERE state = 'waiting' AND NOT EXISTS (
       SELECT 1 FROM webhook_events earlier
       WHERE earlier.analysis_id = e.analysis_id AND earlier.sequence < e.sequence AND earlier.state = 'waiting'
     )`,
  // An attempt that outlived its lease has nothing to say once the event was taken again.
  settle: `UPDATE webhook_events SET state = ?, last_status = ?, last_error = ?, settled_at = ?
     WHERE id = ? AND attempts = ? AND state = 'waiting'`,
  postpone: `UPDATE webhook_events SET last_status = ?, last_error = ?, next_attempt_at = ?
     WHERE id = ? AND attempts = ? AND state = 'waiting'`,
  revive: `UPDATE webhook_events SET state = 'waiting', attempts = 0, next_attempt_at = ?, expires_at = ?, settled_at = NULL
     WHERE id = ? AND state = 'dead'`,
  listDead: `SELECT ${event} FROM webhook_events WHERE state = 'dead' ORDER BY settled_at DESC, sequence DESC`,
  list: `SELECT p.name AS partner, w.url, w.enabled, w.updated_at AS "updatedAtMs", ${count('waiting')} AS waiting,
       ${count('dead')} AS dead
     FROM webhooks w JOIN partners p ON p.id = w.partner_id ORDER BY p.name`,
  forget: `DELETE FROM webhook_events WHERE id IN (
       SELECT e.id FROM webhook_events e JOIN analyses a ON a.id = e.analysis_id
       WHERE e.state = 'delivered' AND e.settled_at < ? AND a.status IN ('success', 'failed') LIMIT ?
     )`,
});
