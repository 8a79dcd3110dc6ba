import { randomUUID } from 'node:crypto';
import { StrideError } from '../../../engine/errors/stride-error.ts';
import type { SqlDatabase } from '../sql-database.ts';
import type { MediaStore } from './media-store.ts';

/** Of the place's mark among what the database keeps. */
const name = 'media_place';

/**
 * Makes sure that the uploads and pictures which this process sees are those of every other one on the database: the place bears a mark
 * that the database knows. The first process makes it.
 *
 * @throws StrideError `media_not_shared`.
 */
export async function requireSharedMedia(database: SqlDatabase, media: MediaStore): Promise<void> {
  const known = (await markIn(database)) ?? (await firstMark(database, media));
  if (await media.hasMark(known)) return;
  throw new StrideError('media_not_shared', `no file place/${known} is there`);
}

/** The mark is there before the database knows of it. */
async function firstMark(database: SqlDatabase, media: MediaStore): Promise<string> {
  const fresh = randomUUID();
  await media.mark(fresh);
  await database.run('INSERT INTO secrets (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING', name, fresh);
  const known = (await markIn(database)) ?? fresh;
  if (known !== fresh) await media.removeMark(fresh);
  return known;
}

async function markIn(database: SqlDatabase): Promise<string | null> {
  const rows = await database.query<{ readonly value: string }>('SELECT value FROM secrets WHERE name = ?', name);
  return rows[0]?.value ?? null;
}
