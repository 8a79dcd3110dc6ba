import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, open, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const fillerName = 'filler';
const smallDiskMb = 40;
const blockBytes = 64 * 1024;

/** A folder for one system, on a disk of its own where one that can be filled is wanted and may be made. */
export interface KillDisk {
  /** Beside the disk, for what must not fail with it. */
  readonly root: string;
  readonly folder: string;
  readonly canBeFilled: boolean;
  remove(): Promise<void>;
}

export async function openKillDisk({ onSmallDisk }: { readonly onSmallDisk: boolean }): Promise<KillDisk> {
  const root = await mkdtemp(join(tmpdir(), 'stridelab-kills-'));
  const folder = join(root, 'disk');
  await mkdir(folder);
  const canBeFilled = onSmallDisk && (await mountSmallDisk(folder, smallDiskMb));
  return {
    root,
    folder,
    canBeFilled,
    remove: async () => {
      if (canBeFilled) await unmountSmallDisk(folder);
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** Puts a file system of a few megabytes over a folder. @returns False where this user may not. */
async function mountSmallDisk(folder: string, megabytes: number): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', folder]);
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

async function unmountSmallDisk(folder: string): Promise<void> {
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
