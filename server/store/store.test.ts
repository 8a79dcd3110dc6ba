import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { newAnalysis, someResult } from '../../test/stores/new-analysis.ts';
import { addPartner } from '../../test/support/add-partner.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { openDataDir } from './data-dir.ts';
import { lockDataDir } from './data-dir-lock.ts';
import { openMedia } from './media/open-media.ts';
import { openScratch } from './media/scratch.ts';
import { openMediaKey, replaceMediaKey } from './media-key.ts';
import { openDatabase } from './open-database.ts';
import { SqlAnalysisStore } from './sql-analysis-store.ts';
import { sweepLeftovers } from './sweep.ts';
import { WatchedMediaKey } from './watched-media-key.ts';

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

it('makes the media key once', async () => {
  const { dir, database } = await openStore();
  const key = await openMediaKey(dir, database);
  expect(key.length).toBe(32);
  expect(await openMediaKey(dir, database)).toEqual(key);
  expect(statSync(dir.mediaKeyPath).mode & 0o777).toBe(0o600);
  writeFileSync(dir.mediaKeyPath, 'short');
  await expect(openMediaKey(dir, database)).rejects.toMatchObject({ code: 'data_dir_unusable' });
  expect(readFileSync(dir.mediaKeyPath, 'utf8')).toBe('short');
});

it('takes up a media key that was replaced, and makes none for one that is gone', { timeout: 20_000 }, async () => {
  const { dir, database } = await openStore();
  const errors: unknown[] = [];
  const watched = await WatchedMediaKey.open(dir, database, (error) => errors.push(error));
  onTestFinished(() => watched.close());
  const first = watched.current();
  await replaceMediaKey(dir, database);
  await expect.poll(() => watched.current().equals(first), { timeout: 5000 }).toBe(false);
  const second = watched.current();
  rmSync(dir.mediaKeyPath);
  await expect.poll(() => errors.length, { timeout: 5000 }).toBe(1);
  await sleep(2500);
  expect(errors).toEqual([expect.objectContaining({ code: 'data_dir_unusable' })]);
  expect([existsSync(dir.mediaKeyPath), watched.current()]).toEqual([false, second]);
  writeFileSync(dir.mediaKeyPath, first);
  await expect.poll(() => watched.current(), { timeout: 5000 }).toEqual(first);
});

it('sweeps what a crash left, and nothing else', async () => {
  const { store, partnerId, dir } = await openStore();
  const { media, close } = openMedia(dir);
  onTestFinished(close);
  for (const id of ['done', 'old', 'runs', 'waits']) {
    await store.add(newAnalysis(id, partnerId));
    writeFileSync(join(dir.uploadsDir, `upload-${id}`), 'video');
  }
  for (const id of ['done', 'old']) {
    await store.takeNext(2);
    await store.handBack({ id, attempt: 1 });
    await store.takeNext(2);
    await store.succeed({ id, attempt: 2 }, someResult(), 3);
  }
  await store.takeNext(2);
  const files = [
    ['media', 'done', '2', 'done.jpg'],
    ['media', 'done', '1', 'of a run before'],
    ['media', 'old', 'kept by a version without runs'],
    ['media', 'runs', '1', 'of the run that goes on'],
    ['media', 'runs', '.partial-x', 'half copied'],
    ['media', 'waits', '1', 'of a run that was lost'],
    ['media', 'unknown', '1', 'of an analysis that was deleted'],
    ['uploads', 'half an upload'],
  ];
  for (const path of files) {
    mkdirSync(join(dir.root, ...path.slice(0, -1)), { recursive: true });
    writeFileSync(join(dir.root, ...path), 'bytes');
  }
  const left = (folder: string): string[] => readdirSync(folder, { recursive: true }).map(String).sort();
  const before = [...left(dir.uploadsDir), ...left(dir.mediaDir)];
  await sweepLeftovers(media, store, Date.now() - 60_000);
  expect([...left(dir.uploadsDir), ...left(dir.mediaDir)]).toEqual(before);
  await sweepLeftovers(media, store, Number.POSITIVE_INFINITY);
  expect(left(dir.uploadsDir)).toEqual(['upload-runs', 'upload-waits']);
  expect(left(dir.mediaDir)).toEqual([
    'done',
    'done/2',
    'done/2/done.jpg',
    'old',
    'old/kept by a version without runs',
    'runs',
    'runs/1',
    'runs/1/of the run that goes on',
  ]);
});

it('does not sweep what a store keeps whose place is one folder too deep in another one’s', async () => {
  const { store, dir } = await openStore();
  const { media, close } = openMedia(dir);
  onTestFinished(close);
  const others = [
    ['media', 'media', 'its analysis', '1', 'its video'],
    ['media', 'uploads', 'its upload'],
    ['media', 'place', 'its mark'],
    ['uploads', 'uploads', 'its upload'],
  ];
  for (const path of others) {
    mkdirSync(join(dir.root, ...path.slice(0, -1)), { recursive: true });
    writeFileSync(join(dir.root, ...path), 'bytes');
  }
  await sweepLeftovers(media, store, Number.POSITIVE_INFINITY);
  expect(others.filter((path) => !existsSync(join(dir.root, ...path)))).toEqual([]);
});

it('gives what is under way a folder that goes with its process', async () => {
  const dir = openDataDir(tempDir());
  const left = (): number => readdirSync(dir.scratchDir).length;
  const first = openScratch(dir.scratchDir);
  writeFileSync(join(first.path, 'half'), 'bytes');
  // What a process left that is gone: nobody holds its lock.
  mkdirSync(join(dir.scratchDir, 'gone'));
  writeFileSync(join(dir.scratchDir, 'gone', 'half'), 'bytes');
  const second = openScratch(dir.scratchDir);
  expect(readdirSync(first.path)).toEqual(['half']);
  expect(readdirSync(dir.scratchDir)).not.toContain('gone');
  await Promise.all([first.close(), second.close()]);
  expect(left()).toBe(0);
});
