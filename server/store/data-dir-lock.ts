import Database from 'libsql';
import { StrideError } from '../../engine/errors/stride-error.ts';
import type { DataDir } from './data-dir.ts';
import { isBusy } from './sqlite-database.ts';

/** A held lock; releasing it twice is harmless. */
export interface DataDirLock {
  release(): void;
}

/**
 * Takes the data folder for one server. The lock is SQLite's own on a file beside the store: the operating system
 * gives it back when the process ends, however it ends.
 *
 * @throws StrideError `data_dir_in_use` when another server holds it.
 */
export function lockDataDir(dir: DataDir): DataDirLock {
  const database = new Database(dir.lockPath);
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    if (isBusy(cause)) throw new StrideError('data_dir_in_use', dir.root, { cause });
    throw cause;
  }
  return {
    release() {
      if (database.open) database.close();
    },
  };
}
