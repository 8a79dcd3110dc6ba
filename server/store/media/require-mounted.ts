import { opendir } from 'node:fs/promises';
import { StrideError } from '../../../engine/errors/stride-error.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { markKey } from './media-store.ts';
import type { RequireThere } from './mounted-objects.ts';
import { PlaceUnreachableError } from './object-store.ts';
import { markOf } from './require-shared-media.ts';

/** What to do where pictures are known and their folder is empty. */
export const mountIt =
  'Nothing was deleted. See that the volume is mounted. If the pictures are gone for good, make a folder in it, such as `gone`.';

/** Asks whether the store has pictures, or had, of an analysis that was not deleted. */
export const picturesKnown = `SELECT 1 FROM analyses WHERE status = 'success' AND deleted_at IS NULL LIMIT 1`;

/**
 * What is amiss with the pictures' folder of a data folder: a volume that is not mounted leaves an empty one, whose pictures would all
 * be missing, and in which new ones would vanish under the volume.
 *
 * @returns What is seen, for a person; null where nothing is amiss.
 */
export async function picturesGone(database: Pick<SqlDatabase, 'query'>, mediaDir: string): Promise<string | null> {
  if (!(await isEmpty(mediaDir)) || (await database.query(picturesKnown)).length === 0) return null;
  return emptyWords(mediaDir);
}

export const emptyWords = (mediaDir: string): string => `${mediaDir} is empty, and the store knows pictures`;

/**
 * Makes sure that the pictures of a data folder that nobody shares are there.
 *
 * @throws StrideError `media_not_shared`.
 */
export async function refuseEmptyFolder(database: Pick<SqlDatabase, 'query'>, mediaDir: string): Promise<void> {
  const seen = await picturesGone(database, mediaDir);
  if (seen !== null) throw new StrideError('media_not_shared', seen, { advice: mountIt });
}

/** Finds out while a server runs whether a data folder that nobody shares still has its pictures. */
export const picturesThere =
  (database: Pick<SqlDatabase, 'query'>, mediaDir: string): RequireThere =>
  async () => {
    const seen = await picturesGone(database, mediaDir);
    if (seen !== null) throw new PlaceUnreachableError(new Error(seen));
  };

/** Finds out while a process runs whether its place still bears the mark that the database knows. */
export async function markThere(database: SqlDatabase): Promise<RequireThere> {
  const mark = await markOf(database);
  return async (objects) => {
    if (mark === null || (await objects.has(markKey(mark)))) return;
    throw new PlaceUnreachableError(new Error(`no file ${markKey(mark)} is there: is the volume mounted?`));
  };
}

/** Whether nothing is in a folder, or it is not there. */
export async function isEmpty(folder: string): Promise<boolean> {
  const entries = await opendir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (entries === null) return true;
  try {
    return (await entries.read()) === null;
  } finally {
    await entries.close();
  }
}
