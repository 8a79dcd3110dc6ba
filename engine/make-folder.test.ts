import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeFolder } from './make-folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stridelab-folder-'));
});
afterEach(() => rmSync(root, { recursive: true }));

it('makes what is missing above it, with the mode asked for', () => {
  makeFolder(join(root, 'a', 'b', 'c'), 0o700);
  expect(statSync(join(root, 'a', 'b', 'c')).mode & 0o777).toBe(0o700);
});

it('accepts a folder that is there', () => {
  makeFolder(root);
  expect(statSync(root).isDirectory()).toBe(true);
});

it('refuses a path that names a file, or lies below one', () => {
  writeFileSync(join(root, 'file'), '');
  expect(() => makeFolder(join(root, 'file'))).toThrow(/EEXIST/);
  expect(() => makeFolder(join(root, 'file', 'below'))).toThrow(/ENOTDIR/);
});

it.runIf(process.platform === 'linux')('ends with an error where the file system takes no folders', () => {
  expect(() => makeFolder('/proc/stridelab/below')).toThrow();
});
