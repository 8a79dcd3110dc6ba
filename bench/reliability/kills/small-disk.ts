import { execFile } from 'node:child_process';
import { open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const fillerName = 'filler';
const blockBytes = 64 * 1024;

/** Puts a file system of a few megabytes over a folder. @returns False where this user may not. */
export async function mountSmallDisk(folder: string, megabytes: number): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', folder]);
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

export async function unmountSmallDisk(folder: string): Promise<void> {
  await run('umount', ['--lazy', folder]);
}

/** Fills the file system of a folder to its last byte. */
export async function fillDisk(folder: string): Promise<void> {
  const file = await open(join(folder, fillerName), 'a', 0o600);
  try {
    const block = Buffer.alloc(blockBytes);
    const { blocks, bsize } = await statfs(folder);
    for (let written = 0; written <= blocks * bsize; written += blockBytes) await file.write(block);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  } finally {
    await file.close();
  }
}

export async function freeDisk(folder: string): Promise<void> {
  await rm(join(folder, fillerName), { force: true });
}
