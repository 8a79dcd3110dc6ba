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

/** Bytes that are free on the fullest of the disks of some folders. */
export const leastFreeBytes = async (folders: readonly string[]): Promise<number> =>
  Math.min(...(await Promise.all(folders.map(freeBytes))));
