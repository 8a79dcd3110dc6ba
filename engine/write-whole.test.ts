import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempDir } from '../test/support/temp-dir.ts';
import { writeWhole } from './write-whole.ts';

it('writes a file, or another in its place, and leaves nothing beside it', async () => {
  const folder = tempDir();
  const path = join(folder, '-größe 1.csv');
  await writeWhole(path, 'one');
  await writeWhole(path, new Uint8Array([50]));
  expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['2', ['-größe 1.csv']]);
});

it('keeps a link, and writes where it leads', async () => {
  const folder = tempDir();
  writeFileSync(join(folder, 'file'), 'old');
  symlinkSync('file', join(folder, 'link'));
  await writeWhole(join(folder, 'link'), 'new');
  expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('new');
});

it('leaves a device a device', async () => {
  await writeWhole('/dev/null', 'gone');
  expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
});

it('says why it cannot', async () => {
  const folder = tempDir();
  mkdirSync(join(folder, 'there'));
  await expect(writeWhole(join(folder, 'there'), '')).rejects.toMatchObject({
    code: 'output_not_writable',
    detail: `${join(folder, 'there')}: a folder is in its place`,
  });
  await expect(writeWhole(join(folder, 'none', 'x'), '')).rejects.toMatchObject({
    detail: `${join(folder, 'none', 'x')}: the folder above it is missing`,
  });
  expect(readdirSync(folder)).toEqual(['there']);
});

it('says so where a file is in the place of a folder, and of a link that leads to itself', async () => {
  const folder = tempDir();
  writeFileSync(join(folder, 'file'), 'kept');
  await expect(writeWhole(join(folder, 'file', 'out.json'), '')).rejects.toMatchObject({
    code: 'output_not_writable',
    detail: `${join(folder, 'file', 'out.json')}: a file is in the place of a folder`,
  });
  symlinkSync('loop', join(folder, 'loop'));
  await expect(writeWhole(join(folder, 'loop'), '')).rejects.toMatchObject({ code: 'output_not_writable' });
  expect(readdirSync(folder)).toEqual(['file', 'loop']);
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('kept');
});
