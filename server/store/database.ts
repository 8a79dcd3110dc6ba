import { closeSync, openSync } from 'node:fs';
import Database from 'libsql';
import { StrideError } from '../../engine/errors/stride-error.ts';
import type { DataDir } from './data-dir.ts';
import { migrations } from './migrations.ts';

export type Connection = Database.Database;

/**
 * Opens the store and brings it to today's shape. Every commit is on the disk before the call returns, and several
 * processes may work on the store at once.
 *
 * @throws StrideError `data_dir_unusable` for a store that a newer version wrote, is damaged, or cannot be written.
 */
export function openDatabase(dir: DataDir): Connection {
  try {
    return openStore(dir);
  } catch (cause) {
    if (cause instanceof StrideError) throw cause;
    throw new StrideError('data_dir_unusable', cause instanceof Error ? cause.message : undefined, { cause });
  }
}

/** Results of SQLite that the file or the disk answers for. */
const diskFault = /^SQLITE_(CORRUPT|NOTADB|FULL|READONLY|IOERR|CANTOPEN)/;

/** What a person is to be told of an error in the midst of work: `data_dir_unusable` where the file or the disk is at fault, else the error itself. */
export function explainStoreError(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error && diskFault.test(String(error.code)))) return error;
  return new StrideError('data_dir_unusable', error.message, { cause: error });
}

function openStore(dir: DataDir): Connection {
  // SQLite gives its side files the rights of the file that it finds.
  closeSync(openSync(dir.databasePath, 'a', 0o600));
  const database = new Database(dir.databasePath);
  try {
    database.pragma('busy_timeout = 10000');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function migrate(database: Connection): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    const done = schemaVersion(database);
    if (done > migrations.length) {
      throw new StrideError(
        'data_dir_unusable',
        `its store has version ${done}, this StrideLab knows ${migrations.length}`,
      );
    }
    for (const step of migrations.slice(done)) database.exec(step);
    database.pragma(`user_version = ${migrations.length}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function schemaVersion(database: Connection): number {
  const [row] = database.pragma('user_version') as readonly { readonly user_version: number }[];
  return row.user_version;
}
