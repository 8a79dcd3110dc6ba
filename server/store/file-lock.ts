import Database from 'libsql';
import { isBusy } from './sqlite-errors.ts';

/** A held lock; releasing it twice is harmless. */
export interface FileLock {
  release(): void;
}

/**
 * Takes a lock on a file of this machine, which is made. It is SQLite's own: the operating system gives it back when the process ends,
 * however it ends.
 *
 * @returns Null when another process, or this one, holds it.
 */
export function lockFile(path: string): FileLock | null {
  const database = new Database(path);
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    if (isBusy(cause)) return null;
    throw cause;
  }
  return {
    release() {
      if (database.open) database.close();
    },
  };
}
