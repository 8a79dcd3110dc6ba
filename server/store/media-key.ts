import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { StrideError } from '../../engine/errors/stride-error.ts';
import type { DataDir } from './data-dir.ts';
import type { SqlDatabase } from './sql-database.ts';
import { syncDir } from './sync-dir.ts';

const keyBytes = 32;
/** Of the key among the secrets of the database. */
const name = 'media_key';

/**
 * The secret that media links are signed with: made once, so that links outlive a restart. With the store in a file it is a file beside
 * it, readable by its owner alone; with PostgreSQL it is there, so that a link of one server holds on another.
 *
 * @throws StrideError `data_dir_unusable` when the file is there and damaged.
 */
export async function openMediaKey(dir: DataDir, database: SqlDatabase): Promise<Buffer> {
  if (database.dialect.name === 'sqlite') makeFile(dir);
  else await makeRow(database);
  return readMediaKey(dir, database);
}

/**
 * The secret as it is now, which must have been made.
 *
 * @throws StrideError `data_dir_unusable` when it is gone or damaged.
 */
export async function readMediaKey(dir: DataDir, database: SqlDatabase): Promise<Buffer> {
  const key = database.dialect.name === 'sqlite' ? keyInFile(dir) : await keyInDatabase(database);
  if (key === null)
    throw new StrideError(
      'data_dir_unusable',
      'its media key is gone; the next start makes another, and ends all links',
    );
  return key;
}

/** Puts a new secret in the place of the one that is there: every link that was given out stops. */
export async function replaceMediaKey(dir: DataDir, database: SqlDatabase): Promise<void> {
  const fresh = randomBytes(keyBytes);
  if (database.dialect.name === 'sqlite') {
    const beside = `${dir.mediaKeyPath}.new`;
    writeFileSync(beside, fresh, { mode: 0o600, flush: true });
    renameSync(beside, dir.mediaKeyPath);
    await syncDir(dir.root);
    return;
  }
  const text = `INSERT INTO secrets (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`;
  await database.run(text, name, fresh.toString('base64'));
}

async function makeRow(database: SqlDatabase): Promise<void> {
  const fresh = randomBytes(keyBytes).toString('base64');
  await database.run('INSERT INTO secrets (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING', name, fresh);
}

async function keyInDatabase(database: SqlDatabase): Promise<Buffer | null> {
  const rows = await database.query<{ readonly value: string }>('SELECT value FROM secrets WHERE name = ?', name);
  return rows.length === 0 ? null : Buffer.from(rows[0].value, 'base64');
}

function makeFile({ mediaKeyPath }: DataDir): void {
  try {
    writeFileSync(mediaKeyPath, randomBytes(keyBytes), { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if (!isSystemError(error, 'EEXIST')) throw error;
  }
}

function keyInFile(dir: DataDir): Buffer | null {
  const kept = readIfThere(dir.mediaKeyPath);
  if (kept !== null && kept.length !== keyBytes)
    throw new StrideError('data_dir_unusable', 'its media key is damaged; delete media.key');
  return kept;
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return null;
    throw error;
  }
}

const isSystemError = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
