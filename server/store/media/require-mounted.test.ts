import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { newAnalysis, someResult } from '../../../test/stores/new-analysis.ts';
import { addPartner } from '../../../test/support/add-partner.ts';
import { postStart } from '../../../test/support/api-server.ts';
import { smallClip } from '../../../test/support/small-clip.ts';
import { tempDir } from '../../../test/support/temp-dir.ts';
import { createPartnerKey } from '../../accounts/partner-keys.ts';
import { lookAtEmbeddedStore } from '../../doctor/look-at-store.ts';
import { startServer } from '../../serve.ts';
import type { ServerOptions } from '../../server-options.ts';
import { openDataDir } from '../data-dir.ts';
import { openDatabase } from '../open-database.ts';
import { SqlAnalysisStore } from '../sql-analysis-store.ts';
import { mediaInDataDir } from './open-media.ts';

/** A data folder whose store knows a success; its pictures' folder is empty, as where a volume is not mounted. */
async function withoutVolume(): Promise<string> {
  const dataDir = join(tempDir(), 'data');
  const database = await openDatabase(openDataDir(dataDir));
  const store = new SqlAnalysisStore(database);
  await store.add(newAnalysis('a', await addPartner(database)));
  await store.takeNext(2);
  await store.succeed({ id: 'a', attempt: 1 }, someResult(), 3);
  await database.close();
  return dataDir;
}

const start = async (options: Partial<ServerOptions> & { readonly dataDir: string }) => {
  const server = await startServer({ port: 0, workers: 0, ...options });
  onTestFinished(() => server.close());
  return server;
};

const readiness = async (url: string): Promise<string> => {
  const { status, code } = (await (await fetch(`${url}/readyz`)).json()) as { status?: string; code?: string };
  return code ?? String(status);
};

it('refuses a data folder whose pictures are known and not there, until somebody says that they are gone', async () => {
  const dataDir = await withoutVolume();
  const refused = { code: 'media_not_shared', message: expect.stringContaining('is empty') };
  await expect(start({ dataDir })).rejects.toMatchObject(refused);
  expect(await lookAtEmbeddedStore(dataDir)).toContainEqual(
    expect.objectContaining({ verdict: 'fail', seen: expect.stringContaining(join(dataDir, 'media')) }),
  );
  mkdirSync(join(dataDir, 'media', 'gone'));
  const server = await start({ dataDir });
  expect(await readiness(server.url)).toBe('ready');
  expect(await lookAtEmbeddedStore(dataDir)).not.toContainEqual(expect.objectContaining({ verdict: 'fail' }));
});

it('takes nothing while the volume of a data folder’s pictures is away, and goes on once it is back', async () => {
  const dataDir = await withoutVolume();
  mkdirSync(join(dataDir, 'media', 'a', '1'), { recursive: true });
  writeFileSync(join(dataDir, 'media', 'a', '1', 'a_thumbnail.jpg'), 'picture');
  const server = await start({ dataDir });
  expect(await readiness(server.url)).toBe('ready');
  renameSync(join(dataDir, 'media'), join(dataDir, 'volume'));
  mkdirSync(join(dataDir, 'media'));
  expect(await readiness(server.url)).toBe('store_unavailable');
  rmSync(join(dataDir, 'media'), { recursive: true });
  renameSync(join(dataDir, 'volume'), join(dataDir, 'media'));
  expect(await readiness(server.url)).toBe('ready');
});

it('takes nothing in the empty folder of a place that is no longer mounted', async () => {
  const [dataDir, place] = [join(tempDir(), 'data'), join(tempDir(), 'place')];
  const server = await start({ dataDir, media: { ...mediaInDataDir, place } });
  const { key } = await createPartnerKey(dataDir, 'Acme');
  const video = await smallClip(30, 30);
  expect((await postStart({ url: server.url, key }, { video })).status).toBe(202);
  renameSync(place, `${place}.volume`);
  mkdirSync(place);
  expect(await readiness(server.url)).toBe('store_unavailable');
  const refused = await postStart({ url: server.url, key }, { video });
  expect([refused.status, await refused.json()]).toMatchObject([503, { code: 'store_unavailable' }]);
  expect(readdirSync(place)).toEqual([]);
  rmSync(place, { recursive: true });
  renameSync(`${place}.volume`, place);
  expect(await readiness(server.url)).toBe('ready');
  expect((await postStart({ url: server.url, key }, { video })).status).toBe(202);
  expect(readdirSync(join(place, 'uploads'))).toHaveLength(2);
  expect(existsSync(`${place}.volume`)).toBe(false);
});
