import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { StrideError } from '../../../engine/errors/stride-error.ts';
import { refusedPath, systemErrorText } from '../../../engine/errors/system-error-text.ts';
import { dataDirAt } from '../data-dir.ts';
import { isStoreFault } from '../explain-store-error.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { isStray, type MediaStore } from './media-store.ts';
import { foldersAboveNew, type OuterPlace } from './outer-place.ts';

/** Of the place's mark among what the database keeps. */
const markName = 'media_place';
/** Of what all marks of this database begin with: one that a process was ended over is still known for its own. */
const storeName = 'media_store';
/** So many uploads, and analyses with files, are looked for in the database before the first mark. */
const mostAskedAbout = 500;

/**
 * Makes sure that the uploads and pictures which this process sees are those of every other one on the database, and of every start
 * before: the place bears a mark that the database knows. The first process makes it, where no other store has been.
 *
 * @param outer What the place lies in: however deep in that of another store it is refused, too.
 * @returns Whether the place got its mark now.
 * @throws StrideError `media_not_shared`, `media_of_another_store`, `media_place_unusable`.
 */
export async function requireSharedMedia(
  database: SqlDatabase,
  media: MediaStore,
  outer: readonly OuterPlace[] = [],
): Promise<boolean> {
  const seen = await secretIn(database, markName);
  const known = seen ?? (await firstMark(database, media, outer));
  if (await media.hasMark(known)) return seen === null;
  throw new StrideError('media_not_shared', `no file place/${known} is there`);
}

/** The mark that the database knows; null where it knows none. */
export const markOf = (database: SqlDatabase): Promise<string | null> => secretIn(database, markName);

/**
 * Takes back the mark that the place got now, for a start that fails after it: only where no other process is on the database.
 */
export async function takeBackMark(database: SqlDatabase, media: MediaStore): Promise<void> {
  try {
    const known = await secretIn(database, markName);
    if (known === null) return;
    await database.run('DELETE FROM secrets WHERE name = ?', markName);
    await media.removeMark(known);
  } catch {
    // The start's own failure is told, and a mark that stays is still known for this store's own.
  }
}

/**
 * Makes sure that a data folder does not lie in that of another store, or in the place of its uploads and pictures, before a first store
 * is made there. One that has a store is taken as it is.
 *
 * @throws StrideError `media_of_another_store`.
 */
export async function refuseNewWithinAnother(dataDir: string): Promise<void> {
  if (existsSync(dataDirAt(dataDir).databasePath)) return;
  for (const around of foldersAboveNew(dataDir)) await refuseWithin(around, null);
}

/**
 * Makes sure that no other store keeps its own in a data folder: started without the database of the others, or with the file of another
 * store, it would sweep up everything of theirs. Makes no mark.
 *
 * @throws StrideError `media_of_another_store`.
 */
export async function refuseForeignFiles(database: SqlDatabase, media: MediaStore): Promise<void> {
  const own = await secretIn(database, storeName);
  const known = await secretIn(database, markName);
  for await (const mark of media.marks())
    if (mark !== known && (own === null || !mark.startsWith(own))) throw foreignMark(mark);
  // Of an upload alone a crash may have come before its analysis was added; a picture is of one that the store has had, deleted or not.
  const ids = await idsOfPictures(media);
  if (ids.length > 0 && !(await knowsOne(database, ids)))
    throw new StrideError(
      'media_of_another_store',
      `there are pictures in the data folder, as in media/${ids[0]}, and the first of them are of no analysis that this one has had`,
      {
        advice:
          'Nothing was deleted. Put the `stridelab.db` back that belongs to them, or move `uploads` and `media` away.',
      },
    );
}

/** @param within What stands before the mark's path, of a place that is not this store's. */
const foreignMark = (mark: string, within = ''): StrideError =>
  new StrideError('media_of_another_store', `${within}place/${mark} is there, which this one does not know`);

/** The mark is there before the database knows of it. */
async function firstMark(database: SqlDatabase, media: MediaStore, outer: readonly OuterPlace[]): Promise<string> {
  const own = await firstSecret(database, storeName, randomUUID());
  for (const around of outer) await refuseWithin(around, own);
  await requireOwn(database, media, own);
  const fresh = `${own}.${randomUUID()}`;
  try {
    await media.mark(fresh);
  } catch (cause) {
    if (isStoreFault(cause)) throw cause;
    throw new StrideError('media_place_unusable', refusal(cause), { cause });
  }
  try {
    // Another store may have come at the same time: then neither has the place.
    await requireOwn(database, media, own);
  } catch (error) {
    await media.removeMark(fresh);
    throw error;
  }
  const known = await firstSecret(database, markName, fresh);
  if (known !== fresh) await media.removeMark(fresh);
  return known;
}

/** Within another store's place or data folder there is none for this one. @param own What its own marks begin with; null where it has none. */
async function refuseWithin(around: OuterPlace, own: string | null): Promise<void> {
  const { name } = around;
  try {
    for await (const mark of around.marks())
      if (own === null || !mark.startsWith(own)) throw foreignMark(mark, `${name}/`);
  } catch (error) {
    // A key of an S3 storage may be for this place alone, as may be the rights on a folder. Most bear no marks at all.
    if (!isRefusal(error)) throw error;
  }
  if (around.isDataFolder())
    throw new StrideError('media_of_another_store', `${name} is the data folder of another one`, {
      advice: 'Check --data, --database and --media, or give this store a place of its own.',
    });
}

/** Why no mark can be made, after the path where the system names one. */
function refusal(cause: unknown): string {
  const { path } = cause as NodeJS.ErrnoException;
  return path === undefined ? systemErrorText(cause) : refusedPath(path, cause);
}

const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  (('status' in error && error.status === 403) ||
    ('code' in error && /^E(ACCES|PERM|NOTDIR|NOENT|LOOP)$/.test(String(error.code))));

/** A store deletes what it does not know: it may not begin where another keeps its own. */
async function requireOwn(database: SqlDatabase, media: MediaStore, own: string): Promise<void> {
  // Asked before the marks: what another process of this store has put there by then, it has marked before.
  const isStrange = await holdsOnlyStrangeFiles(database, media);
  let isMarked = false;
  for await (const mark of media.marks()) {
    if (!mark.startsWith(own)) throw foreignMark(mark);
    isMarked = true;
  }
  if (!isStrange || isMarked) return;
  throw new StrideError(
    'media_of_another_store',
    'there are uploads or pictures, and the first of them are of no analysis that this one has had',
    { advice: 'Check --data, --database and --media. If nobody needs what lies there, empty the place yourself.' },
  );
}

/** Whether there are files, and the first of them belong to no analysis of the store, of whatever state. */
async function holdsOnlyStrangeFiles(database: SqlDatabase, media: MediaStore): Promise<boolean> {
  const ids = await idsOfPictures(media);
  if (ids.length > 0 && (await knowsOne(database, ids))) return false;
  const { textsOfJson } = database.dialect;
  const names = await firstDistinct(media.uploads(), ({ name, key }) => (isStray(key) ? null : name));
  const withUploads = `SELECT 1 FROM analyses WHERE upload_name IN (${textsOfJson}) LIMIT 1`;
  if (names.length > 0 && (await finds(database, withUploads, names))) return false;
  return ids.length > 0 || names.length > 0;
}

/** The analyses that the first pictures are of. */
const idsOfPictures = (media: MediaStore): Promise<readonly string[]> =>
  firstDistinct(media.files(), ({ id, key }) => (isStray(key) ? null : id));

/** Whether the store has had one of some analyses. */
const knowsOne = (database: SqlDatabase, ids: readonly string[]): Promise<boolean> =>
  finds(database, `SELECT 1 FROM analyses WHERE id IN (${database.dialect.textsOfJson}) LIMIT 1`, ids);

async function firstDistinct<T>(
  listed: AsyncIterable<T>,
  textOf: (one: T) => string | null,
): Promise<readonly string[]> {
  const texts = new Set<string>();
  for await (const one of listed) {
    const text = textOf(one);
    if (text !== null) texts.add(text);
    if (texts.size >= mostAskedAbout) break;
  }
  return [...texts];
}

const finds = async (database: SqlDatabase, text: string, names: readonly string[]): Promise<boolean> =>
  (await database.query(text, JSON.stringify(names))).length > 0;

/** @returns What the database keeps under a name, from now on at the latest. */
async function firstSecret(database: SqlDatabase, name: string, fresh: string): Promise<string> {
  await database.run('INSERT INTO secrets (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING', name, fresh);
  return (await secretIn(database, name)) ?? fresh;
}

async function secretIn(database: SqlDatabase, name: string): Promise<string | null> {
  const rows = await database.query<{ readonly value: string }>('SELECT value FROM secrets WHERE name = ?', name);
  return rows[0]?.value ?? null;
}
