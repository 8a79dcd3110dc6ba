import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempDir } from '../../test/support/temp-dir.ts';
import { refusedPath, systemErrorText } from './system-error-text.ts';

const refusal = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
};

it('says in words what a system answers', () => {
  const folder = tempDir();
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(systemErrorText(refusal(() => writeFileSync(folder, '')))).toBe('a folder is in its place');
  expect(systemErrorText(refusal(() => mkdirSync(file)))).toBe('a file is in the place of a folder');
  expect(
    refusedPath(
      'out',
      refusal(() => mkdirSync(join(file, 'below'))),
    ),
  ).toBe('out: a file is in the place of a folder');
  expect(systemErrorText(refusal(() => writeFileSync(join(folder, 'none', 'x'), '')))).toBe(
    'the folder above it is missing',
  );
});

it('says what is not known as it was said', () => {
  expect(systemErrorText(new Error('toString'))).toBe('toString');
  expect(systemErrorText(Object.assign(new Error('odd'), { code: 'toString' }))).toBe('odd');
  expect(systemErrorText('nothing')).toBe('nothing');
});
