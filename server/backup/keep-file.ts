import { constants, copyFile, link, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from '../../engine/make-folder.ts';
import { syncDir } from '../store/sync-dir.ts';
import { syncFile } from '../store/sync-file.ts';

/**
 * Has a file, which nobody changes any more, in a second place: as a second name where both places lie on one disk, else
 * as a copy that survives a power cut.
 *
 * @returns False when the file is not there.
 */
export async function keepFile(from: string, to: string): Promise<boolean> {
  makeFolder(dirname(to), 0o700);
  try {
    await link(from, to);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return true;
    if (code === 'ENOENT') return false;
    // Another disk, or a file system without second names.
    if (code !== 'EXDEV' && code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EMLINK') throw error;
  }
  try {
    await copyDurably(from, to);
    return true;
  } catch (error) {
    await rm(to, { force: true });
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Copies a file and waits until the copy is on the disk. */
export async function copyDurably(from: string, to: string): Promise<void> {
  makeFolder(dirname(to), 0o700);
  await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  await syncFile(to);
  await syncDir(dirname(to));
}

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error ? String(error.code) : null;
