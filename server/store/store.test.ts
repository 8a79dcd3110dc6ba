import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { addPartner } from '../../test/support/add-partner.ts';
import { sampleAnalysis } from '../../test/support/sample-analysis.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { toCalculatedDataBody } from '../contract/calculated-data.ts';
import { toSideViewAnalysisBody } from '../contract/side-view-results.ts';
import type { NewAnalysis } from './analysis-record.ts';
import { openDataDir } from './data-dir.ts';
import { lockDataDir } from './data-dir-lock.ts';
import { openDatabase } from './database.ts';
import { openMediaKey } from './media-key.ts';
import { SqliteAnalysisStore } from './sqlite-analysis-store.ts';
import { sweepLeftovers } from './sweep.ts';

const result = {
  biomechanicalAnalysis: toSideViewAnalysisBody(sampleAnalysis()),
  calculatedData: toCalculatedDataBody(sampleAnalysis()),
};

async function openStore(path = tempDir()) {
  const dir = openDataDir(path);
  const database = openDatabase(dir);
  onTestFinished(() => {
    if (database.open) database.close();
  });
  const partnerId = await addPartner(database);
  return { dir, database, partnerId, store: new SqliteAnalysisStore(database) };
}

const analysis = (id: string, partnerId: string, createdAtMs = 1): NewAnalysis => ({
  id,
  partnerId,
  analysisType: 'side_view',
  subjectId: null,
  heightM: 1.78,
  weightKg: 70,
  pace: '05:30',
  language: 'fr',
  treadmill: true,
  fullBody: true,
  notifyViaWebhook: false,
  uploadName: `upload-${id}`,
  createdAtMs,
});

it('gives back what was added', async () => {
  const { store, partnerId } = await openStore();
  await store.add(analysis('a', partnerId));
  expect(await store.find(partnerId, 'a')).toEqual({
    ...analysis('a', partnerId),
    status: 'pending',
    percentage: 0,
    attempt: 0,
    reason: null,
    result: null,
  });
  expect(await store.find('another partner', 'a')).toBeNull();
  expect(await store.find(partnerId, 'b')).toBeNull();
});

it('takes the longest waiting first, each once', async () => {
  const { store, partnerId } = await openStore();
  await store.add(analysis('late', partnerId, 20));
  await store.add(analysis('early', partnerId, 10));
  expect((await store.takeNext(30))?.id).toBe('early');
  expect((await store.takeNext(30))?.id).toBe('late');
  expect(await store.takeNext(30)).toBeNull();
});

it('keeps a result, and lets the run that owns the record change it alone', async () => {
  const { store, partnerId } = await openStore();
  await store.add(analysis('a', partnerId));
  const first = await store.takeNext(2);
  expect(first?.attempt).toBe(1);
  await store.handBack({ id: 'a', attempt: 1 });
  await store.takeNext(3);
  expect(await store.setPercentage({ id: 'a', attempt: 1 }, 50, 4)).toBe(false);
  expect(await store.succeed({ id: 'a', attempt: 1 }, result, 4)).toBe(false);
  expect(await store.setPercentage({ id: 'a', attempt: 2 }, 40, 4)).toBe(true);
  expect((await store.find(partnerId, 'a'))?.percentage).toBe(40);
  expect(await store.succeed({ id: 'a', attempt: 2 }, result, 4)).toBe(true);
  const done = await store.find(partnerId, 'a');
  expect(done).toMatchObject({ status: 'success', percentage: 100, result });
  expect(await store.fail({ id: 'a', attempt: 2 }, { code: 'no_person', message: '' }, 5)).toBe(false);
});

it('recovers what ran in a crash, and gives up on what ran in too many', async () => {
  const { store, partnerId } = await openStore();
  await store.add(analysis('a', partnerId));
  const reason = { code: 'internal_error', message: 'stopped' };
  for (const put of [1, 1, 0]) {
    await store.takeNext(2);
    expect(await store.recover(3, reason, 3)).toBe(put);
  }
  expect(await store.find(partnerId, 'a')).toMatchObject({ status: 'failed', reason });
});

it('survives closing, and is readable by its owner alone', async () => {
  const path = tempDir();
  const { store, partnerId, database, dir } = await openStore(path);
  await store.add(analysis('a', partnerId));
  for (const name of readdirSync(path).filter((name) => name.startsWith('stridelab.db')))
    expect(statSync(join(path, name)).mode & 0o777).toBe(0o600);
  expect(statSync(dir.uploadsDir).mode & 0o777).toBe(0o700);
  database.close();
  const again = await openStore(path);
  expect((await again.store.find(partnerId, 'a'))?.status).toBe('pending');
});

it('commits durably', async () => {
  const { database } = await openStore();
  expect(database.pragma('synchronous')).toEqual([{ synchronous: 2 }]);
  expect(database.pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }]);
});

it('refuses the store of a newer version', async () => {
  const path = tempDir();
  const { database } = await openStore(path);
  database.pragma('user_version = 99');
  database.close();
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
  await store.add(analysis('a', partnerId));
  writeFileSync(join(dir.uploadsDir, 'upload-a'), 'video');
  writeFileSync(join(dir.uploadsDir, 'half an upload'), 'vid');
  writeFileSync(join(dir.mediaDir, 'a'), 'unfinished');
  await sweepLeftovers(dir, store);
  expect(readdirSync(dir.uploadsDir)).toEqual(['upload-a']);
  expect(readdirSync(dir.mediaDir)).toEqual([]);
});
