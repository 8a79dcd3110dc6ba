import { statfs } from 'node:fs/promises';
import { PlaceUnreachableError } from '../store/media/object-store.ts';

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

/**
 * The fullest of the disks of some folders.
 *
 * @throws PlaceUnreachableError for a folder that is gone.
 */
export async function leastFree(folders: readonly string[]): Promise<FreeSpace> {
  const spaces = await Promise.all(folders.map(async (folder) => ({ folder, bytes: await freeBytesOf(folder) })));
  return spaces.reduce((least, space) => (space.bytes < least.bytes ? space : least));
}

async function freeBytesOf(folder: string): Promise<number> {
  try {
    return await freeBytes(folder);
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'ENOENT'
      ? new PlaceUnreachableError(error)
      : error;
  }
}
