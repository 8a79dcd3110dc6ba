import { statfs } from 'node:fs/promises';

/** Bytes that are free on the disk of a folder; without end where the system does not tell. */
export async function freeBytes(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSYS') return Number.POSITIVE_INFINITY;
    throw error;
  }
}

/** What is free on the disk of a folder. */
export interface FreeSpace {
  readonly folder: string;
  readonly bytes: number;
}

/** The fullest of the disks of some folders. */
export async function leastFree(folders: readonly string[]): Promise<FreeSpace> {
  const spaces = await Promise.all(folders.map(async (folder) => ({ folder, bytes: await freeBytes(folder) })));
  return spaces.reduce((least, space) => (space.bytes < least.bytes ? space : least));
}
