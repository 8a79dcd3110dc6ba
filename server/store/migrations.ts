/**
 * The store's shape, one step after the other; a step that has been released is never edited. Times are milliseconds.
 *
 * A step is written once, as SQLite reads it, and translated for PostgreSQL (`postgres-migration.ts`). It keeps to what both have:
 * the types `TEXT`, `INTEGER` and `REAL`, keys written `INTEGER PRIMARY KEY AUTOINCREMENT`, `CREATE TABLE`, `ALTER TABLE … ADD COLUMN`,
 * `CREATE INDEX … WHERE`, `CHECK` and foreign keys; rows are moved with plain `INSERT … SELECT`, `UPDATE` and `DELETE`. Every table
 * has a `rowid` that grows from row to row. A semicolon stands only at the end of a statement.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE partners (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
  );
  CREATE TABLE api_keys (
    id TEXT PRIMARY KEY,
    partner_id TEXT NOT NULL REFERENCES partners (id),
    prefix TEXT NOT NULL,
    hash TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
  );
  CREATE INDEX api_keys_by_prefix ON api_keys (prefix);
  CREATE TABLE analyses (
    id TEXT PRIMARY KEY,
    partner_id TEXT NOT NULL REFERENCES partners (id),
    analysis_type TEXT NOT NULL,
    subject_id TEXT,
    height_m REAL NOT NULL,
    weight_kg REAL NOT NULL,
    pace TEXT,
    language TEXT NOT NULL,
    treadmill INTEGER NOT NULL,
    full_body INTEGER NOT NULL,
    notify_via_webhook INTEGER NOT NULL,
    upload_name TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('pending', 'analyzing', 'success', 'failed')),
    percentage INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    crashes INTEGER NOT NULL,
    reason_code TEXT,
    reason_message TEXT,
    result TEXT,
    created_at INTEGER NOT NULL,
    started_at INTEGER,
    finished_at INTEGER
  );
  CREATE INDEX analyses_by_partner ON analyses (partner_id, created_at);
  CREATE INDEX analyses_waiting ON analyses (created_at) WHERE status IN ('pending', 'analyzing');
  `,
  `
  ALTER TABLE partners ADD COLUMN metered INTEGER NOT NULL DEFAULT 0 CHECK (metered IN (0, 1));
  ALTER TABLE partners ADD COLUMN balance INTEGER NOT NULL DEFAULT 0 CHECK (balance >= 0);
  ALTER TABLE api_keys ADD COLUMN label TEXT;
  CREATE TABLE subjects (
    id TEXT PRIMARY KEY,
    partner_id TEXT NOT NULL REFERENCES partners (id),
    email TEXT,
    name TEXT,
    height_m REAL,
    weight_kg REAL,
    created_at INTEGER NOT NULL,
    deleted_at INTEGER
  );
  CREATE INDEX subjects_by_partner ON subjects (partner_id, created_at);
  CREATE INDEX analyses_by_subject ON analyses (partner_id, subject_id, created_at) WHERE subject_id IS NOT NULL;
  CREATE TABLE credit_entries (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    partner_id TEXT NOT NULL REFERENCES partners (id),
    kind TEXT NOT NULL CHECK (kind IN ('granted', 'taken', 'returned')),
    amount INTEGER NOT NULL CHECK (amount >= 0),
    analysis_id TEXT REFERENCES analyses (id) DEFERRABLE INITIALLY DEFERRED,
    note TEXT,
    created_at INTEGER NOT NULL,
    CHECK ((analysis_id IS NULL) = (kind = 'granted'))
  );
  CREATE INDEX credit_entries_by_partner ON credit_entries (partner_id, sequence);
  CREATE UNIQUE INDEX credit_entries_once ON credit_entries (analysis_id, kind) WHERE analysis_id IS NOT NULL;
  CREATE TABLE webhooks (
    partner_id TEXT PRIMARY KEY REFERENCES partners (id),
    url TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    secret TEXT NOT NULL,
    updated_at INTEGER NOT NULL
  );
  CREATE TABLE webhook_events (
    id TEXT PRIMARY KEY,
    partner_id TEXT NOT NULL REFERENCES partners (id),
    analysis_id TEXT NOT NULL REFERENCES analyses (id),
    event TEXT NOT NULL,
    status TEXT NOT NULL,
    percentage INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'dead')),
    attempts INTEGER NOT NULL,
    next_attempt_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    last_status INTEGER,
    last_error TEXT,
    settled_at INTEGER
  );
  CREATE UNIQUE INDEX webhook_events_in_order ON webhook_events (analysis_id, sequence);
  CREATE INDEX webhook_events_by_partner ON webhook_events (partner_id, state);
  CREATE INDEX webhook_events_waiting ON webhook_events (next_attempt_at) WHERE state = 'waiting';
  `,
  `
  CREATE INDEX webhook_events_delivered ON webhook_events (settled_at) WHERE state = 'delivered';
  `,
  `
  ALTER TABLE analyses ADD COLUMN request_id TEXT;
  `,
  `
  ALTER TABLE analyses ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE analyses ADD COLUMN lease_until INTEGER;
  DROP INDEX analyses_waiting;
  CREATE INDEX analyses_in_turn ON analyses (turn, created_at) WHERE status = 'pending';
  CREATE INDEX analyses_waiting_of ON analyses (partner_id, turn) WHERE status = 'pending';
  CREATE INDEX analyses_running ON analyses (lease_until) WHERE status = 'analyzing';
  `,
  `
  ALTER TABLE analyses ADD COLUMN deleted_at INTEGER;
  CREATE INDEX analyses_by_age ON analyses (created_at) WHERE deleted_at IS NULL;
  `,
  `
  CREATE TABLE secrets (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  );
  `,
  `
  CREATE TABLE people (
    id TEXT PRIMARY KEY,
    partner_id TEXT NOT NULL REFERENCES partners (id),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    language TEXT,
    created_at INTEGER NOT NULL,
    password_set_at INTEGER NOT NULL
  );
  CREATE TABLE sessions (
    hash TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    created_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
  );
  CREATE INDEX sessions_by_person ON sessions (person_id);
  `,
  `
  CREATE INDEX analyses_running_of ON analyses (partner_id) WHERE status = 'analyzing';
  `,
  // What an earlier event of its analysis holds back has no time of its own until that one is settled.
  `
  UPDATE webhook_events SET next_attempt_at = 9007199254740991
    WHERE state = 'waiting' AND EXISTS (
      SELECT 1 FROM webhook_events earlier
      WHERE earlier.analysis_id = webhook_events.analysis_id AND earlier.sequence < webhook_events.sequence
        AND earlier.state = 'waiting'
    );
  DROP INDEX webhook_events_waiting;
  CREATE INDEX webhook_events_waiting_of ON webhook_events (partner_id, next_attempt_at, sequence) WHERE state = 'waiting';
  `,
  `
  ALTER TABLE analyses ADD COLUMN clip_name TEXT;
  `,
  // Of a success why nothing could be measured; not known of those of before.
  `
  ALTER TABLE analyses ADD COLUMN unmeasured TEXT;
  `,
];
