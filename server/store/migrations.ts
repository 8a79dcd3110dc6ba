/** The store's shape, one step after the other; a step that has been released is never edited. Times are milliseconds. */
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
];
