import { execFile } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { tempDir } from './support/temp-dir.ts';

const run = promisify(execFile);
const compiled = ['dist/bench/run.js', 'dist/server/cli/main.js'];
const bundled = ['dist/chunks/a.js'];
const pages = ['dist/server/console/app/manifest.json', 'dist/server/report/report-page.js'];
const installed = 'node_modules/.package-lock.json';

/** A project whose three steps of a build write nothing but some files, and that they ran. */
function project() {
  const folder = tempDir();
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const step = (outputs: readonly string[]): string => `
    import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
    import { dirname } from 'node:path';
    for (const path of ${JSON.stringify(outputs)}) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, '');
    }
    appendFileSync('steps.log', '.');
  `;
  copyFileSync('build.mjs', join(folder, 'build.mjs'));
  for (const path of compiled) write(path.replace('dist/', '').replace('.js', '.ts'), '');
  write('package.json', '{ "type": "module" }');
  write('node_modules/typescript/bin/tsc', step(compiled));
  write('node_modules/typescript/package.json', '{ "type": "module" }');
  write('bundle.mjs', step(bundled));
  write('server/console/app/bundle.mjs', step(pages));
  write(installed, '{}');
  const log = join(folder, 'steps.log');
  /** Steps that a build took. */
  const build = async (): Promise<number> => {
    rmSync(log, { force: true });
    await run(process.execPath, ['build.mjs'], { cwd: folder });
    return existsSync(log) ? readFileSync(log, 'utf8').length : 0;
  };
  return { folder, build, write };
}

it('builds once of the same sources and packages, and anew when other packages are installed', async () => {
  const { folder, build } = project();
  expect([await build(), await build()]).toEqual([3, 0]);
  appendFileSync(join(folder, installed), ' ');
  expect([await build(), await build()]).toEqual([3, 0]);
  rmSync(join(folder, installed));
  expect([await build(), await build()]).toEqual([3, 0]);
});

it.each([...compiled, ...pages, 'dist/chunks'])('builds anew without %s', async (output) => {
  const { folder, build } = project();
  await build();
  rmSync(join(folder, output), { recursive: true });
  expect([await build(), await build()]).toEqual([3, 0]);
});

it('leaves nothing of sources that are gone, but for a day what a process may still be started from', async () => {
  const { folder, build, write } = project();
  await build();
  const entry = 'dist/server/gone/entry.js';
  const stale = ['dist/server/gone/deep/part.js', 'dist/server/gone/deep/part.d.ts', 'dist/engine/old.js'];
  for (const path of stale) write(path, 'export {};');
  write(entry, 'import { a } from "../../chunks/a.js";');
  write('dist/chunks/earlier.js', '');
  appendFileSync(join(folder, installed), ' ');
  expect(await build()).toBe(3);
  expect([...stale, 'dist/server/gone/deep'].filter((path) => existsSync(join(folder, path)))).toEqual([]);
  for (const path of [entry, 'dist/chunks/earlier.js', ...compiled, ...pages])
    expect(existsSync(join(folder, path))).toBe(true);
  const before = new Date(Date.now() - 25 * 3_600_000);
  utimesSync(join(folder, entry), before, before);
  appendFileSync(join(folder, installed), ' ');
  await build();
  expect(readdirSync(join(folder, 'dist/server')).toSorted()).toEqual(['cli', 'console', 'report']);
});
