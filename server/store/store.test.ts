import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { newAnalysis } from '../../test/stores/new-analysis.ts';
import { addPartner } from '../../test/support/add-partner.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { openDataDir } from './data-dir.ts';
import { lockDataDir } from './data-dir-lock.ts';
import { openMediaKey } from './media-key.ts';
import { openDatabase } from './open-database.ts';
import { SqlAnalysisStore } from './sql-analysis-store.ts';
import { sweepLeftovers } from './sweep.ts';

async function openStore(path = tempDir()) {
  const dir = openDataDir(path);
  const database = await openDatabase(dir);
  onTestFinished(() => database.close());
  const partnerId = await addPartner(database);
  return { dir, database, partnerId, store: new SqlAnalysisStore(database) };
}

it('survives closing, and is readable by its owner alone', async () => {
  const path = tempDir();
  const { store, partnerId, database, dir } = await openStore(path);
  await store.add(newAnalysis('a', partnerId));
  for (const name of readdirSync(path).filter((name) => name.startsWith('stridelab.db')))
    expect(statSync(join(path, name)).mode & 0o777).toBe(0o600);
  expect(statSync(dir.uploadsDir).mode & 0o777).toBe(0o700);
  await database.close();
  const again = await openStore(path);
  expect((await again.store.find(partnerId, 'a'))?.status).toBe('pending');
});

it('commits durably', async () => {
  const { database } = await openStore();
  expect(await database.transaction((writer) => writer.query('PRAGMA synchronous'))).toEqual([{ synchronous: 2 }]);
  expect(await database.query('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
});

it('refuses the store of a newer version', async () => {
  const path = tempDir();
  const { database } = await openStore(path);
  await database.run('PRAGMA user_version = 99');
  await database.close();
  await expect(openStore(path)).rejects.toMatchObject({ code: 'data_dir_unusable' });
});

it('lets one server at a time have a folder', () => {
  const dir = openDataDir(tempDir());
  const lock = lockDataDir(dir);
  expect(() => lockDataDir(dir)).toThrow(expect.objectContaining({ code: 'data_dir_in_use' }));
  lock.release();
  lock.release();
  lockDataDir(dir).release();
});

it('makes the media key once', () => {
  const dir = openDataDir(tempDir());
  const key = openMediaKey(dir);
  expect(key.length).toBe(32);
  expect(openMediaKey(dir)).toEqual(key);
  expect(statSync(dir.mediaKeyPath).mode & 0o777).toBe(0o600);
  writeFileSync(dir.mediaKeyPath, 'short');
  expect(() => openMediaKey(dir)).toThrow(expect.objectContaining({ code: 'data_dir_unusable' }));
  expect(readFileSync(dir.mediaKeyPath, 'utf8')).toBe('short');
});

it('sweeps what a crash left, and nothing else', async () => {
  const { store, partnerId, dir } = await openStore();
  await store.add(newAnalysis('a', partnerId));
  writeFileSync(join(dir.uploadsDir, 'upload-a'), 'video');
  writeFileSync(join(dir.uploadsDir, 'half an upload'), 'vid');
  writeFileSync(join(dir.mediaDir, 'a'), 'unfinished');
  await sweepLeftovers(dir, store);
  expect(readdirSync(dir.uploadsDir)).toEqual(['upload-a']);
  expect(readdirSync(dir.mediaDir)).toEqual([]);
});
