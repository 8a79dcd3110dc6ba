import { StrideError } from '../../engine/errors/stride-error.ts';
import type { DataDir } from './data-dir.ts';
import { type FileLock, lockFile } from './file-lock.ts';

/**
 * Takes the data folder for one server, until it releases it or ends.
 *
 * @throws StrideError `data_dir_in_use` when another server holds it.
 */
export function lockDataDir(dir: DataDir): FileLock {
  const lock = lockFile(dir.lockPath);
  if (lock === null) throw new StrideError('data_dir_in_use', dir.root);
  return lock;
}
