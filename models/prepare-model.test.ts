import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultCacheFolder } from './model-cache.ts';
import { type ModelProgress, prepareModel } from './prepare-model.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stridelab-models-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Prepares the smallest network and tells which phases it went through. */
async function prepare(cacheDir = folder): Promise<{ path: string; phases: string[] }> {
  const phases: string[] = [];
  const onProgress = ({ phase }: ModelProgress): void => {
    phases.push(phase);
  };
  const { onnxPath } = await prepareModel('blazepose-lite', { cacheDir, onProgress });
  return { path: onnxPath, phases };
}

test('a network is converted once and then taken from the cache', async () => {
  const first = await prepare();
  expect(first.phases).toEqual(['checking', 'reading', 'converting', 'storing', 'ready']);
  expect(await prepare()).toEqual({ path: first.path, phases: ['checking', 'ready'] });
});

test('a damaged cache file is made anew', async () => {
  const { path } = await prepare();
  const sound = await readFile(path);
  const damaged = Buffer.from(sound);
  damaged[damaged.length >> 1] ^= 1;
  await writeFile(path, damaged);
  expect((await prepare()).phases).toContain('converting');
  expect(sound.equals(await readFile(path))).toBe(true);
});

test('a cache file without its checksum is made anew', async () => {
  const { path } = await prepare();
  await rm(`${path}.sha256`);
  expect((await prepare()).phases).toContain('converting');
});

test('two at once end with one sound file and nothing else', async () => {
  const [first, second] = await Promise.all([prepare(), prepare()]);
  expect(first.path).toBe(second.path);
  expect((await prepare()).phases).toEqual(['checking', 'ready']);
  expect(await readdir(folder)).toHaveLength(2);
});

test('a cache folder that cannot be made is a coded error', async () => {
  const file = join(folder, 'file');
  await writeFile(file, '');
  await expect(prepare(join(file, 'cache'))).rejects.toMatchObject({ code: 'model_unavailable' });
});

test.runIf(process.platform === 'linux')(
  'a file system that takes no folders is a coded error, not a hang',
  async () => {
    await expect(prepare('/proc/stridelab/cache')).rejects.toMatchObject({ code: 'model_unavailable' });
  },
);

test('a cache folder is made with the folders above it', async () => {
  const { path } = await prepare(join(folder, 'a', 'b'));
  expect(await readdir(join(folder, 'a', 'b'))).toContain(basename(path));
});

test('an aborted signal stops before the conversion', async () => {
  const stopped = prepareModel('blazepose-lite', { cacheDir: folder, signal: AbortSignal.abort() });
  await expect(stopped).rejects.toMatchObject({ code: 'aborted' });
  expect(await readdir(folder)).toEqual([]);
});

test('the cache folder can be named', () => {
  expect(defaultCacheFolder({ STRIDELAB_CACHE: '/a', XDG_CACHE_HOME: '/b' })).toBe('/a');
  expect(defaultCacheFolder({ XDG_CACHE_HOME: '/b' })).toBe(join('/b', 'stridelab'));
  expect(defaultCacheFolder({})).toMatch(/\.cache.stridelab$/);
});
