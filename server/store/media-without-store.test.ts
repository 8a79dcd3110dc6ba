import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { tempDir } from '../../test/support/temp-dir.ts';
import { createPartnerKey } from '../accounts/partner-keys.ts';
import { lookAtEmbeddedStore } from '../doctor/look-at-store.ts';
import { startServer } from '../serve.ts';
import { mediaInDataDir } from './media/open-media.ts';

const files = ['uploads/0b5e', 'media/1c6f/1/video.mp4'];

function keepIn(root: string, names: readonly string[] = files): void {
  for (const name of names) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), 'video');
  }
}

const start = (dataDir: string) => startServer({ dataDir, port: 0, workers: 0 });

const refused = {
  code: 'media_of_another_store',
  message: expect.stringMatching(/stridelab\.db is (missing|empty), and .* is there/),
  advice: expect.stringMatching(/^Nothing was deleted\. .* name it by --database.* move `uploads` and `media` away/),
};

it.each(['missing', 'empty'])(
  'makes no store where one that is %s has left its files, and deletes none',
  async (how) => {
    const root = tempDir();
    await (await start(root)).close();
    keepIn(root);
    const database = join(root, 'stridelab.db');
    rmSync(database);
    if (how === 'empty') writeFileSync(database, '');
    for (const act of [() => start(root), () => createPartnerKey(root, 'Acme')])
      await expect(act()).rejects.toMatchObject(refused);
    expect(await lookAtEmbeddedStore(root)).toMatchObject([{ what: 'store', verdict: 'fail' }]);
    expect(files.filter((name) => existsSync(join(root, name)))).toEqual(files);
    expect(existsSync(database)).toBe(how === 'empty');
    for (const name of ['uploads', 'media']) rmSync(join(root, name), { recursive: true });
    await (await start(root)).close();
  },
);

it.each(files)('looks at %s alone, too', async (name) => {
  const root = tempDir();
  keepIn(root, [name]);
  await expect(start(root)).rejects.toMatchObject(refused);
});

it('makes a store beside what file systems and the doctor have put there', async () => {
  const root = tempDir();
  const strays = ['uploads/.nfs0001', 'uploads/doctor-1', 'media/.DS_Store', 'media/Thumbs.db', 'media/@eaDir/1/a'];
  keepIn(root, strays);
  await (await start(root)).close();
  keepIn(root, strays);
  await (await start(root)).close();
});

it('knows files elsewhere by their mark where the store is gone', async () => {
  const [root, place] = [tempDir(), tempDir()];
  const media = { ...mediaInDataDir, place };
  await (await startServer({ dataDir: root, port: 0, workers: 0, media })).close();
  keepIn(place);
  rmSync(join(root, 'stridelab.db'));
  const again = startServer({ dataDir: root, port: 0, workers: 0, media });
  await expect(again).rejects.toMatchObject({ code: 'media_of_another_store' });
  expect(files.filter((name) => existsSync(join(place, name)))).toEqual(files);
});

it('keeps the pictures of another store from one that has come in its place, and sweeps what a crash left of its own', async () => {
  const [root, other] = [tempDir(), tempDir()];
  for (const folder of [root, other]) await createPartnerKey(folder, 'Acme');
  keepIn(root);
  copyFileSync(join(other, 'stridelab.db'), join(root, 'stridelab.db'));
  await expect(start(root)).rejects.toMatchObject({
    code: 'media_of_another_store',
    message: expect.stringContaining('as in media/1c6f,'),
    advice: expect.stringMatching(/^Nothing was deleted\. /),
  });
  expect(files.filter((name) => existsSync(join(root, name)))).toEqual(files);
  keepIn(other, ['uploads/0b5e']);
  await (await start(other)).close();
  expect(existsSync(join(other, 'uploads', '0b5e'))).toBe(false);
});

it('tells of a data folder that may not be looked at, as of one that is a file', async () => {
  const file = join(tempDir(), 'data');
  writeFileSync(file, '');
  const finding = {
    what: 'store',
    verdict: 'fail',
    seen: expect.stringContaining('a file is in the place of a folder'),
  };
  expect(await lookAtEmbeddedStore(file)).toMatchObject([finding]);
  await expect(createPartnerKey(file, 'Acme')).rejects.toMatchObject({ code: 'data_dir_unusable' });
});
