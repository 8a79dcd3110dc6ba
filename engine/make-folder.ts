import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and what is missing above it; one that is there already is fine. Used in the place of Node's own
 * recursive `mkdir`, which never returns where a file system refuses new entries with ENOENT, as `/proc` does.
 *
 * @throws The system's error when the folder cannot be made or the path names a file.
 */
export function makeFolder(path: string, mode = 0o777): void {
  if (tryMake(path, mode)) return;
  makeFolder(dirname(path), mode);
  if (!tryMake(path, mode)) throw new Error(`${path} cannot be made`);
}

/** False when the folder above is missing. */
function tryMake(path: string, mode: number): boolean {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && dirname(path) !== path) return false;
    if (code !== 'EEXIST' || !statSync(path).isDirectory()) throw error;
  }
  return true;
}
