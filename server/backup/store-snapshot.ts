import Database from 'libsql';
import { StrideError } from '../../engine/errors/stride-error.ts';

/** What a snapshot of the store says of the files that belong to it. */
export interface SnapshotFacts {
  readonly storeVersion: number;
  /** Names of the uploads that analyses wait for. */
  readonly uploads: readonly string[];
  /** Finished analyses, each with the run that finished it. */
  readonly finished: readonly { readonly id: string; readonly attempt: number }[];
}

/** How long to wait for a server that writes. */
const patienceMs = 10_000;

/**
 * Writes the store, as it is at this moment, into a new file; servers go on meanwhile. Nobody is signed in there: a session that is
 * ended later must not come back with it.
 *
 * @throws StrideError `data_dir_unusable`.
 */
export function takeSnapshot(databasePath: string, target: string): void {
  try {
    const database = new Database(databasePath);
    try {
      database.pragma(`busy_timeout = ${patienceMs}`);
      database.exec(`VACUUM INTO '${target.replaceAll("'", "''")}'`);
    } finally {
      database.close();
    }
    endSessions(target);
  } catch (cause) {
    throw new StrideError('data_dir_unusable', cause instanceof Error ? cause.message : undefined, { cause });
  }
}

function endSessions(path: string): void {
  const database = new Database(path);
  try {
    const hasSessions = database
      .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'sessions'")
      .all();
    database.pragma('secure_delete = ON');
    if (hasSessions.length > 0) database.exec('DELETE FROM sessions');
  } finally {
    database.close();
  }
}

/**
 * Checks a snapshot and reads what belongs to it. It is left as it is.
 *
 * @throws StrideError `backup_unusable` for one that is damaged.
 */
export function readSnapshot(path: string): SnapshotFacts {
  try {
    const database = new Database(path, { readonly: true });
    try {
      const verdict = database.pragma('integrity_check') as readonly { readonly integrity_check: string }[];
      if (verdict[0]?.integrity_check !== 'ok') throw new Error(`${path}: ${verdict[0]?.integrity_check}`);
      const [version] = database.pragma('user_version') as readonly { readonly user_version: number }[];
      const uploads = database
        .prepare(`SELECT upload_name AS name FROM analyses WHERE status IN ('pending', 'analyzing')`)
        .all() as readonly { readonly name: string }[];
      const columns = database.pragma('table_info(analyses)') as readonly { readonly name: string }[];
      const isKept = columns.some(({ name }) => name === 'deleted_at') ? 'AND deleted_at IS NULL' : '';
      const finished = database
        .prepare(`SELECT id, attempt FROM analyses WHERE status = 'success' ${isKept}`)
        .all() as readonly {
        readonly id: string;
        readonly attempt: number;
      }[];
      return { storeVersion: version.user_version, uploads: uploads.map(({ name }) => name), finished };
    } finally {
      database.close();
    }
  } catch (cause) {
    throw new StrideError('backup_unusable', cause instanceof Error ? cause.message : undefined, { cause });
  }
}
