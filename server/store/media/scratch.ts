import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../../engine/make-folder.ts';
import { type FileLock, lockFile } from '../file-lock.ts';

/** A folder of this process's own for what is under way. */
export interface Scratch {
  readonly path: string;
  /** Removes the folders of processes that have ended, however they ended. */
  sweep(): void;
  /** Removes it with all that is in it. */
  close(): Promise<void>;
}

const lockOf = (folder: string, name: string): string => join(folder, `${name}.lock`);

/**
 * Makes a folder for what is under way in this process, and removes those of processes that have ended, however they ended.
 *
 * @param folder On a disk of this machine; made when it is missing.
 */
export function openScratch(folder: string): Scratch {
  makeFolder(folder, 0o700);
  const name = randomUUID();
  sweep(folder, name);
  const lock = lockFile(lockOf(folder, name));
  if (lock === null) throw new Error(`somebody else holds ${lockOf(folder, name)}`);
  const path = join(folder, name);
  makeFolder(path, 0o700);
  return {
    path,
    sweep: () => sweep(folder, name),
    close: async () => {
      await rm(path, { recursive: true, force: true });
      removeNow(folder, name, lock);
    },
  };
}

function sweep(folder: string, own: string): void {
  for (const name of readdirSync(folder).filter((name) => !name.includes('.') && name !== own)) {
    const lock = lockFile(lockOf(folder, name));
    if (lock !== null) removeNow(folder, name, lock);
  }
}

function removeNow(folder: string, name: string, lock: FileLock): void {
  rmSync(join(folder, name), { recursive: true, force: true });
  lock.release();
  rmSync(lockOf(folder, name), { force: true });
}
