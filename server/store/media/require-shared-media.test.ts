import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { tempDir } from '../../../test/support/temp-dir.ts';
import { createPartnerKey } from '../../accounts/partner-keys.ts';
import { startServer } from '../../serve.ts';
import { openDataDir } from '../data-dir.ts';
import { openDatabase } from '../open-database.ts';
import type { SqlDatabase } from '../sql-database.ts';
import type { MediaStore } from './media-store.ts';
import { mediaInDataDir, openMedia } from './open-media.ts';
import { requireSharedMedia } from './require-shared-media.ts';

function mediaIn(root: string): MediaStore {
  const { media, close } = openMedia(openDataDir(root));
  onTestFinished(close);
  return media;
}

async function databaseIn(root: string): Promise<SqlDatabase> {
  const database = await openDatabase(openDataDir(root));
  onTestFinished(() => database.close());
  return database;
}

const another = { code: 'media_of_another_store' };

it('knows the place by the mark that the first process made, and no other place', async () => {
  const root = tempDir();
  const database = await databaseIn(root);
  const media = mediaIn(root);
  await Promise.all([1, 2, 3].map(() => requireSharedMedia(database, media)));
  expect(readdirSync(join(root, 'place'))).toHaveLength(1);
  await requireSharedMedia(database, mediaIn(root));
  const elsewhere = tempDir();
  await expect(requireSharedMedia(database, mediaIn(elsewhere))).rejects.toMatchObject({ code: 'media_not_shared' });
  expect(existsSync(join(elsewhere, 'place'))).toBe(false);
});

it('refuses the place of another store until that one’s mark is gone', async () => {
  const place = tempDir();
  const media = mediaIn(place);
  await requireSharedMedia(await databaseIn(tempDir()), media);
  const [mark] = readdirSync(join(place, 'place'));
  const second = await databaseIn(tempDir());
  const refused = { ...another, message: expect.stringContaining(`place/${mark}`) };
  await expect(requireSharedMedia(second, media)).rejects.toMatchObject(refused);
  expect(readdirSync(join(place, 'place'))).toEqual([mark]);
  rmSync(join(place, 'place', String(mark)));
  await requireSharedMedia(second, media);
});

const startAt = (dataDir: string, place: string) =>
  startServer({ dataDir, port: 0, workers: 0, media: { ...mediaInDataDir, place } });

it.each(['media', 'uploads', 'place'])('refuses the folder %s of another store’s place', async (folder) => {
  const theirs = tempDir();
  await requireSharedMedia(await databaseIn(tempDir()), mediaIn(theirs));
  const deep = join(theirs, folder);
  const before = existsSync(deep) ? readdirSync(deep) : [];
  const message = expect.stringContaining(`${theirs}/place/`);
  await expect(startAt(tempDir(), deep)).rejects.toMatchObject({ ...another, message });
  expect(readdirSync(deep)).toEqual(before);
});

it.each(['media/0b5e', 'media/0b5e/1', 'newsub/here'])(
  'refuses %s in another store’s data folder, or place, also by a link',
  async (folder) => {
    const data = tempDir();
    await databaseIn(data);
    const place = tempDir();
    await requireSharedMedia(await databaseIn(tempDir()), mediaIn(place));
    for (const theirs of [data, place]) {
      const deep = join(theirs, ...folder.split('/'));
      await expect(startAt(tempDir(), deep)).rejects.toMatchObject({
        ...another,
        message: expect.stringContaining(theirs),
      });
      expect(readdirSync(deep)).toEqual([]);
      const link = join(tempDir(), 'link');
      symlinkSync(deep, link);
      await expect(startAt(tempDir(), link)).rejects.toMatchObject(another);
    }
    const own = tempDir();
    await (await startAt(own, join(own, ...folder.split('/')))).close();
  },
);

it.each(['media/x', 'newsub', 'uploads/deep/er'])(
  'refuses --data %s in another store’s data folder, or place, makes nothing there, and takes one that has a store',
  async (folder) => {
    const data = tempDir();
    await databaseIn(data);
    const place = tempDir();
    await requireSharedMedia(await databaseIn(tempDir()), mediaIn(place));
    const link = join(tempDir(), 'link');
    symlinkSync(data, link);
    for (const theirs of [data, place, link]) {
      const dataDir = join(theirs, ...folder.split('/'));
      await expect(startServer({ dataDir, port: 0, workers: 0 })).rejects.toMatchObject(another);
      await expect(createPartnerKey(dataDir, 'acme')).rejects.toMatchObject(another);
      expect(existsSync(dataDir)).toBe(false);
    }
    const before = join(data, ...folder.split('/'));
    await databaseIn(before);
    await (await startServer({ dataDir: before, port: 0, workers: 0 })).close();
  },
);

it('refuses a folder of another store’s data folder, and takes one of its own, or one that is merely called so', async () => {
  const theirs = tempDir();
  await databaseIn(theirs);
  await expect(startAt(tempDir(), join(theirs, 'media'))).rejects.toMatchObject(another);
  expect(readdirSync(join(theirs, 'media'))).toEqual([]);
  await (await startAt(theirs, join(theirs, 'media'))).close();
  await (await startAt(tempDir(), join(tempDir(), 'media'))).close();
});

it.each([
  ['s3://bucket/media', ['s3://bucket']],
  ['s3://bucket/lab/uploads/', ['s3://bucket/lab', 's3://bucket']],
  ['s3://media', []],
])('looks around %s in an S3 storage: %s', (place, names) => {
  const s3 = { place, endpoint: 'http://127.0.0.1:1', region: 'x', accessKeyId: 'a', secretAccessKey: 'b' };
  const { outer, close } = openMedia(openDataDir(tempDir()), s3);
  onTestFinished(close);
  expect(outer.map(({ name }) => name)).toEqual(names);
});

it('takes a place whose surroundings it may not look at', async () => {
  const storage = createServer((_, answer) => answer.writeHead(403).end());
  await new Promise<void>((begun) => storage.listen(0, '127.0.0.1', begun));
  onTestFinished(async () => {
    storage.close();
  });
  const endpoint = `http://127.0.0.1:${(storage.address() as AddressInfo).port}`;
  const s3 = { place: 's3://bucket/media', endpoint, region: 'x', accessKeyId: 'a', secretAccessKey: 'b' };
  const { outer, close } = openMedia(openDataDir(tempDir()), s3);
  onTestFinished(close);
  await requireSharedMedia(await databaseIn(tempDir()), mediaIn(tempDir()), outer);
  const around = tempDir();
  writeFileSync(join(around, 'place'), 'a file of something else');
  await (await startAt(tempDir(), join(around, 'media', 'deep'))).close();
});

it.runIf(process.platform === 'linux')('ends with an error in a file system that takes no folders', async () => {
  const refused = { code: 'media_place_unusable', message: expect.stringContaining('/proc/place') };
  await expect(startAt(tempDir(), '/proc')).rejects.toMatchObject(refused);
});

it('names --media where it is a file, or lies under one', async () => {
  const file = join(tempDir(), 'file');
  writeFileSync(file, '');
  for (const place of [file, join(file, 'deep')]) {
    const detail = `--media ${place}: a file is in the place of a folder`;
    const refused = { code: 'media_place_unusable', detail, advice: expect.stringContaining('Give --media a folder') };
    await expect(startAt(tempDir(), place)).rejects.toMatchObject(refused);
  }
});

it('leaves no mark of a start that fails after it, and keeps that of one before', async () => {
  const other = createServer();
  await new Promise<void>((begun) => other.listen(0, '127.0.0.1', begun));
  onTestFinished(async () => {
    other.close();
  });
  const { port } = other.address() as AddressInfo;
  const place = tempDir();
  const media = { ...mediaInDataDir, place };
  const dataDir = tempDir();
  const failing = (data: string) => startServer({ dataDir: data, port, workers: 0, media });
  const taken = { code: 'address_unavailable' };
  await expect(failing(tempDir())).rejects.toMatchObject(taken);
  expect(readdirSync(join(place, 'place'))).toEqual([]);
  await expect(failing(dataDir)).rejects.toMatchObject(taken);
  await (await startAt(dataDir, place)).close();
  const marks = readdirSync(join(place, 'place'));
  expect(marks).toHaveLength(1);
  await expect(failing(dataDir)).rejects.toMatchObject(taken);
  expect(readdirSync(join(place, 'place'))).toEqual(marks);
});

it('goes on where a process was ended before the database knew of its mark', async () => {
  const place = tempDir();
  const media = mediaIn(place);
  const database = await databaseIn(tempDir());
  await requireSharedMedia(database, media);
  await database.run('DELETE FROM secrets WHERE name = ?', 'media_place');
  await requireSharedMedia(database, media);
  expect(readdirSync(join(place, 'place'))).toHaveLength(2);
});

it('refuses what a version without marks kept there, where the store is new', async () => {
  const place = tempDir();
  const media = mediaIn(place);
  mkdirSync(join(place, 'media', 'a', '1'), { recursive: true });
  writeFileSync(join(place, 'media', 'a', '1', 'video.mp4'), 'video');
  await expect(requireSharedMedia(await databaseIn(tempDir()), media)).rejects.toMatchObject(another);
  expect(existsSync(join(place, 'place'))).toBe(false);
});

const addAnalysis = `INSERT INTO analyses (id, partner_id, analysis_type, height_m, weight_kg, language, treadmill, full_body,
    notify_via_webhook, upload_name, status, percentage, attempt, crashes, created_at)
  VALUES (?, 'p', 'side_view', 1.8, 70, 'en', 0, 1, 0, ?, 'failed', 0, 1, 0, 1)`;

async function databaseWith(id: string, uploadName: string): Promise<SqlDatabase> {
  const database = await databaseIn(tempDir());
  await database.run(`INSERT INTO partners (id, name, created_at) VALUES ('p', 'Acme', 1)`);
  await database.run(addAnalysis, id, uploadName);
  return database;
}

it('refuses unmarked files of which a store with analyses knows none, and takes those of which it knows one', async () => {
  const place = tempDir();
  const media = mediaIn(place);
  for (const id of ['a', 'b']) {
    mkdirSync(join(place, 'media', id, '1'), { recursive: true });
    writeFileSync(join(place, 'media', id, '1', 'video.mp4'), 'video');
  }
  mkdirSync(join(place, 'uploads'), { recursive: true });
  writeFileSync(join(place, 'uploads', 'video-1'), 'video');
  await expect(requireSharedMedia(await databaseWith('c', 'video-2'), media)).rejects.toMatchObject(another);
  expect(readdirSync(place).sort()).not.toContain('place');
  await requireSharedMedia(await databaseWith('b', 'video-2'), media);
  rmSync(join(place, 'place'), { recursive: true });
  await requireSharedMedia(await databaseWith('c', 'video-1'), media);
});

it('refuses a data folder that others share, when their database is not named, and deletes nothing', async () => {
  const dataDir = tempDir();
  await requireSharedMedia(await databaseIn(tempDir()), mediaIn(dataDir));
  const files = [join(dataDir, 'uploads', 'upload'), join(dataDir, 'media', 'a', '1', 'video.mp4')];
  mkdirSync(join(dataDir, 'uploads'), { recursive: true });
  mkdirSync(join(dataDir, 'media', 'a', '1'), { recursive: true });
  for (const file of files) writeFileSync(file, 'video');
  await expect(startServer({ dataDir, port: 0, workers: 0 })).rejects.toMatchObject(another);
  expect(files.filter((file) => existsSync(file))).toEqual(files);
  expect(readdirSync(join(dataDir, 'place'))).toHaveLength(1);
});

it('starts in a data folder that the same store has marked before', async () => {
  const dataDir = tempDir();
  await requireSharedMedia(await databaseIn(dataDir), mediaIn(dataDir));
  const server = await startServer({ dataDir, port: 0, workers: 0 });
  await server.close();
});

it('takes for a mark, or for files of a store, nothing that only file systems and the doctor put there', async () => {
  const place = tempDir();
  const files = ['place/.DS_Store', 'place/Thumbs.db', 'uploads/.nfs0001', 'uploads/doctor-1', 'media/.DS_Store'];
  for (const file of files) {
    mkdirSync(dirname(join(place, file)), { recursive: true });
    writeFileSync(join(place, file), '');
  }
  await requireSharedMedia(await databaseIn(tempDir()), mediaIn(place));
});
