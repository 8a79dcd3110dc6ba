import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = import.meta.dirname;
/** What `dist` was built from; not there while a build is under way, nor after one that failed. */
const stamp = resolve(root, 'dist/built-from');
const sources = [
  'engine',
  'server',
  'models',
  'fixtures',
  'bench',
  'test',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'build.mjs',
  'bundle.mjs',
  // What is installed, as npm records it: packages are bundled, and the lock runs ahead of them until `npm ci`.
  'node_modules/.package-lock.json',
];
/** Of each step of a build one file: without them `dist` is not what the stamp says. */
const outputs = [
  'bench/run.js',
  'server/cli/main.js',
  'chunks',
  'server/console/app/manifest.json',
  'server/report/report-page.js',
].map((path) => resolve(root, 'dist', path));

/** Names and contents of everything that a build reads, in one number. */
function fingerprint() {
  const hash = createHash('sha256').update(process.version);
  const add = (path) => {
    const full = resolve(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) add(join(path, name));
    else hash.update(`\0${path}\0`).update(readFileSync(full));
  };
  sources.forEach(add);
  return hash.digest('hex');
}

/** Folders of `dist` in which a step of a build leaves nothing stale by itself, and what a step makes without a source of its name. */
const ownKeepers = ['chunks', 'server/console/app'];
const generated = ['server/report/report-page'];
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Removes from `dist` what the compiler has made of sources that are gone. What runs from an earlier build has its modules in chunks; but
 * it may start processes from modules of their names, which stay for a day.
 *
 * @param folder Within `dist`.
 * @returns Whether nothing is left in it.
 */
function removeStale(folder = '') {
  let isEmpty = true;
  for (const entry of readdirSync(resolve(root, 'dist', folder), { withFileTypes: true })) {
    const path = join(folder, entry.name).replaceAll('\\', '/');
    const full = resolve(root, 'dist', path);
    if (entry.isDirectory() && !ownKeepers.includes(path) && removeStale(path)) rmdirSync(full);
    else if (entry.isFile() && isStale(path, full)) rmSync(full, { force: true });
    else isEmpty = false;
  }
  return isEmpty;
}

function isStale(path, full) {
  const module = /^(.+?)(\.d\.ts|\.js)$/.exec(path)?.[1];
  if (module === undefined || generated.includes(module)) return false;
  if (['.ts', '.tsx'].some((extension) => existsSync(resolve(root, module + extension)))) return false;
  const isEntry = path.endsWith('.js') && /from\s*["'](\.\.?\/)+chunks\//.test(readFileSync(full, 'utf8'));
  return !isEntry || Date.now() - statSync(full).mtimeMs > dayMs;
}

const run = (...args) => execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });

// Built anew only if something has changed: a build takes half a minute of a processor.
const wanted = fingerprint();
const isBuilt = [stamp, ...outputs].every((path) => existsSync(path)) && readFileSync(stamp, 'utf8') === wanted;
if (!isBuilt) {
  rmSync(stamp, { force: true });
  run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
  run('bundle.mjs');
  run('server/console/app/bundle.mjs');
  removeStale();
  writeFileSync(stamp, wanted);
}
