import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { tempDir } from '../../../test/support/temp-dir.ts';
import { startServer } from '../../serve.ts';
import { FolderObjects } from './folder-objects.ts';
import { mediaInDataDir } from './open-media.ts';

/** A server on a place that it has been on before. */
async function startAgain(code: string) {
  const options = { dataDir: tempDir(), port: 0, workers: 0, media: { ...mediaInDataDir, place: tempDir() } };
  await (await startServer(options)).close();
  const put = vi.spyOn(FolderObjects.prototype, 'putFile');
  onTestFinished(() => void put.mockRestore());
  put.mockRejectedValue(Object.assign(new Error(`${code}: refused`), { code }));
  return { starting: startServer(options), uploads: join(options.media.place, 'uploads') };
}

it.each([
  ['EROFS', 'the file system is read-only'],
  ['EACCES', 'permission is denied'],
])('refuses a place that answers %s, though its mark is there', async (code, why) => {
  const { starting } = await startAgain(code);
  await expect(starting).rejects.toMatchObject({ code: 'media_place_unusable', message: expect.stringContaining(why) });
});

it('starts on a place that is full', async () => {
  const { starting } = await startAgain('ENOSPC');
  await (await starting).close();
});

it('leaves nothing of the trial', async () => {
  const place = tempDir();
  const server = await startServer({ dataDir: tempDir(), port: 0, workers: 0, media: { ...mediaInDataDir, place } });
  await server.close();
  expect(readdirSync(join(place, 'uploads'))).toEqual([]);
});
