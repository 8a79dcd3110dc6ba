import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { modelRegistry } from './registry.ts';
import { packageFolder, readSourceFiles } from './source-files.ts';

const spec = modelRegistry['blazepose-lite'];
const [file] = spec.files;

/** A folder with a copy of the network's only file. */
async function copyOfPackage(): Promise<{ folder: string; path: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'stridelab-source-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, file.path);
  await cp(join(packageFolder(spec.package.name), file.path), path);
  return { folder, path };
}

test('undamaged files are read', async () => {
  const { folder } = await copyOfPackage();
  const [bytes] = await readSourceFiles(spec, folder);
  expect(bytes.byteLength).toBe(file.byteLength);
});

test('one changed bit is refused', async () => {
  const { folder, path } = await copyOfPackage();
  const bytes = await readFile(path);
  bytes[1_000_000] ^= 1;
  await writeFile(path, bytes);
  await expect(readSourceFiles(spec, folder)).rejects.toMatchObject({ code: 'model_unavailable' });
});

test('a file that was cut short is refused', async () => {
  const { folder, path } = await copyOfPackage();
  await truncate(path, file.byteLength - 1);
  await expect(readSourceFiles(spec, folder)).rejects.toMatchObject({ code: 'model_unavailable' });
});

test('a missing file or package is a coded error', async () => {
  await expect(readSourceFiles(spec, tmpdir())).rejects.toMatchObject({ code: 'model_unavailable' });
  expect(() => packageFolder('@stridelab/not-there')).toThrow('is not installed');
});
