import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { newAnalysis, someResult } from '../../test/stores/new-analysis.ts';
import { addPartner } from '../../test/support/add-partner.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { openDataDir } from '../store/data-dir.ts';
import { openDatabase } from '../store/open-database.ts';
import { SqlAnalysisStore } from '../store/sql-analysis-store.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';

/** Folders that were synced, in order. */
const synced = vi.hoisted((): string[] => []);
vi.mock('../store/sync-dir.ts', async (importOriginal) => {
  const { syncDir } = await importOriginal<typeof import('../store/sync-dir.ts')>();
  const noted = (path: string): Promise<void> => {
    synced.push(path);
    return syncDir(path);
  };
  return { syncDir: noted };
});

/** A data folder with one finished analysis, `a`, of one run. */
async function finished(): Promise<string> {
  const dir = openDataDir(join(tempDir(), 'data'));
  const database = await openDatabase(dir);
  const store = new SqlAnalysisStore(database);
  await store.add(newAnalysis('a', await addPartner(database)));
  await store.takeNext(1);
  await store.succeed({ id: 'a', attempt: 1 }, someResult(), 2);
  await database.close();
  return dir.root;
}

function put(path: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, 'picture');
}

it('keeps the pictures of a run, also where an older version put them, and counts those that are gone', async () => {
  const data = await finished();
  const paths = async (name: string) => {
    const { manifest, missingMedia } = await makeBackup(data, join(data, '..', name), 0);
    return [missingMedia, ...manifest.files.map(({ path }) => path)];
  };
  expect(await paths('none')).toEqual([1, 'stridelab.db']);
  put(join(data, 'media', 'a', 'older.jpg'));
  expect(await paths('older')).toEqual([0, 'media/a/older.jpg', 'stridelab.db']);
  put(join(data, 'media', 'a', '1', 'newer.jpg'));
  expect(await paths('newer')).toEqual([0, 'media/a/1/newer.jpg', 'stridelab.db']);
});

it('fails where the pictures cannot be read, and does not take them for gone', async () => {
  const data = await finished();
  mkdirSync(join(data, 'media', 'a'));
  // Its folder cannot be opened, by nobody: a link to itself.
  symlinkSync('1', join(data, 'media', 'a', '1'));
  await expect(makeBackup(data, join(data, '..', 'kept'), 0)).rejects.toThrow('ELOOP');
});

it('is on the disk with all its folders, deepest first, before it appears; what is put back, too', async () => {
  const data = await finished();
  put(join(data, 'media', 'a', '1', 'newer.jpg'));
  const root = join(data, '..');
  const placesOf = (partial: string): number[] =>
    ['media/a/1', 'media/a', 'media', '.', '..'].map((part) => synced.lastIndexOf(join(root, partial, part)));
  const expectInOrder = (places: readonly number[]): void => {
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  };
  await makeBackup(data, join(root, 'kept'), 0);
  expectInOrder(placesOf('.kept.partial'));
  await restoreBackup(join(root, 'kept'), join(root, 'again'));
  expectInOrder(placesOf('.again.restoring'));
});

it('is put back into no folder of another store, whose sweep would delete it', async () => {
  const backup = join(tempDir(), 'backup');
  await makeBackup(await finished(), backup, 3);
  const data = join(await finished(), 'media', 'back');
  await expect(restoreBackup(backup, data)).rejects.toMatchObject({ code: 'media_of_another_store' });
  expect(existsSync(data)).toBe(false);
});
