import type { SqlDialect } from './sql-dialect.ts';

const event = `id, partner_id AS "partnerId", analysis_id AS "analysisId", event, status, percentage, sequence,
  created_at AS "createdAtMs", expires_at AS "expiresAtMs", state, attempts, last_status AS "lastStatus", last_error AS "lastError"`;
const count = (state: string): string =>
  `(SELECT COUNT(*) FROM webhook_events e WHERE e.partner_id = w.partner_id AND e.state = '${state}')`;

// Each by one look into the index, however many events wait.
const firstOfPartners = `SELECT p.id, (
    SELECT MIN(e.next_attempt_at) FROM webhook_events e WHERE e.partner_id = p.id AND e.state = 'waiting'
  ) AS "atMs" FROM partners p`;

/** The time of an event that an earlier one of its analysis holds back: none is due then. */
export const heldBackMs = Number.MAX_SAFE_INTEGER;

/** The SQL of `SqlWebhookStore`. */
export const webhookStatements = ({ textsOfJson, forUpdate, forUpdateSkipLocked }: SqlDialect) => ({
  get: 'SELECT url, enabled, secret, updated_at FROM webhooks WHERE partner_id = ?',
  save: `INSERT INTO webhooks (partner_id, url, enabled, secret, updated_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (partner_id) DO UPDATE SET url = excluded.url, enabled = excluded.enabled, updated_at = excluded.updated_at`,
  remove: 'DELETE FROM webhooks WHERE partner_id = ?',
  setSecret: 'UPDATE webhooks SET secret = ? WHERE partner_id = ?',
  lastOf: 'SELECT sequence, percentage FROM webhook_events WHERE analysis_id = ? ORDER BY sequence DESC LIMIT 1',
  record: `INSERT INTO webhook_events (id, partner_id, analysis_id, event, status, percentage, sequence, created_at, state,
       attempts, next_attempt_at, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0, ?, ?)`,
  duePartners: `${firstOfPartners} WHERE p.id NOT IN (${textsOfJson})`,
  // Of what an earlier event holds back nothing is due, but for one that was tried when an event before it came to life again.
  dueOf: `SELECT id, next_attempt_at AS "atMs" FROM webhook_events e
     WHERE partner_id = ? AND state = 'waiting' AND next_attempt_at <= ? AND sequence = (
       SELECT MIN(sequence) FROM webhook_events first WHERE first.analysis_id = e.analysis_id AND first.state = 'waiting'
     ) ORDER BY next_attempt_at, sequence LIMIT ?`,
  // What another courier takes at this moment is left out: it is judged again once its row is held.
  take: `UPDATE webhook_events SET attempts = attempts + 1, next_attempt_at = ?
     WHERE id IN (
       SELECT id FROM webhook_events WHERE id IN (${textsOfJson}) AND state = 'waiting' AND next_attempt_at <= ? ${forUpdateSkipLocked}
     ) RETURNING ${event}`,
  nextDue: `SELECT MIN("atMs") AS "atMs" FROM (${firstOfPartners}) AS firsts`,
  // Held until the transaction ends, so that it is not settled before what follows it is known to be held back.
  firstWaiting: `SELECT sequence FROM webhook_events WHERE analysis_id = ? AND state = 'waiting' ORDER BY sequence LIMIT 1 ${forUpdate}`,
  hold: `UPDATE webhook_events SET next_attempt_at = ${heldBackMs}
     WHERE analysis_id = ? AND state = 'waiting' AND sequence > ?`,
  release: `UPDATE webhook_events SET next_attempt_at = created_at
     WHERE analysis_id = ? AND state = 'waiting' AND next_attempt_at = ${heldBackMs} AND sequence = (
       SELECT MIN(sequence) FROM webhook_events WHERE analysis_id = ? AND state = 'waiting'
     )`,
  // An attempt that outlived its lease has nothing to say once the event was taken again.
  settle: `UPDATE webhook_events SET state = ?, last_status = ?, last_error = ?, settled_at = ?
     WHERE id = ? AND attempts = ? AND state = 'waiting' RETURNING analysis_id AS "analysisId"`,
  postpone: `UPDATE webhook_events SET last_status = ?, last_error = ?, next_attempt_at = ?
     WHERE id = ? AND attempts = ? AND state = 'waiting'`,
  revive: `UPDATE webhook_events SET state = 'waiting', attempts = 0, next_attempt_at = ?, expires_at = ?, settled_at = NULL
     WHERE id = ? AND state = 'dead' RETURNING analysis_id AS "analysisId"`,
  listDead: `SELECT ${event} FROM webhook_events WHERE state = 'dead' ORDER BY settled_at DESC, sequence DESC`,
  list: `SELECT p.name AS partner, w.url, w.enabled, w.updated_at AS "updatedAtMs", ${count('waiting')} AS waiting,
       ${count('dead')} AS dead
     FROM webhooks w JOIN partners p ON p.id = w.partner_id ORDER BY p.name`,
  forget: `DELETE FROM webhook_events WHERE id IN (
       SELECT e.id FROM webhook_events e JOIN analyses a ON a.id = e.analysis_id
       WHERE e.state = 'delivered' AND e.settled_at < ? AND a.status IN ('success', 'failed') LIMIT ?
     )`,
});
