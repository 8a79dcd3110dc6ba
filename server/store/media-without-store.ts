import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { refusedPath } from '../../engine/errors/system-error-text.ts';
import type { DataDir } from './data-dir.ts';
import { FolderObjects } from './media/folder-objects.ts';
import { isStray, MediaStore } from './media/media-store.ts';

/** What to do where uploads and pictures lie in a data folder whose store is gone. */
export const restoreStore =
  'Nothing was deleted. If the store is a PostgreSQL database, name it by --database, and leave the files where they are. Else put it back: `stridelab data restore` of a backup into a folder of its own, or its file to where it was. If it is gone for good, move `uploads` and `media` away: a new store would delete what it does not know.';

/**
 * What lies in a data folder without the store that knows it: where the store's file is missing or empty, an upload or a file of an
 * analysis is there nevertheless.
 *
 * @returns What is seen, for a person; null where nothing is amiss.
 * @throws StrideError `data_dir_unusable` where it may not be looked at.
 */
export async function mediaWithoutStore(dir: DataDir): Promise<string | null> {
  try {
    return await looked(dir);
  } catch (cause) {
    throw new StrideError('data_dir_unusable', refusedPath(dir.root, cause), { cause });
  }
}

async function looked(dir: DataDir): Promise<string | null> {
  const bytes = await bytesIfThere(dir.databasePath);
  if (bytes !== null && bytes > 0) return null;
  const media = new MediaStore(new FolderObjects(dir.root), dir.scratchDir);
  for (const listed of [media.uploads(), media.files()])
    for await (const { key } of listed)
      if (!isStray(key))
        return `${dir.databasePath} is ${bytes === null ? 'missing' : 'empty'}, and ${join(dir.root, key)} is there`;
  return null;
}

/**
 * Makes sure that no store is made where the one of a data folder's uploads and pictures is gone: it would sweep up all of them.
 *
 * @throws StrideError `media_of_another_store`, `data_dir_unusable`.
 */
export async function refuseMediaWithoutStore(dir: DataDir): Promise<void> {
  const seen = await mediaWithoutStore(dir);
  if (seen !== null) throw new StrideError('media_of_another_store', seen, { advice: restoreStore });
}

async function bytesIfThere(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
