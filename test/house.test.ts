import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean }>>;
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

it('runs no dependency’s install script', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as LockFile;
  const scripted = Object.keys(lock.packages)
    .filter((path) => path !== '' && lock.packages[path]?.hasInstallScript)
    .map((path) => path.replace(/^.*node_modules\//, ''));
  // fsevents is optional, for macOS alone, and works without its script.
  expect(scripted.filter((name) => name !== 'fsevents' && manifest.allowScripts[name] !== false)).toEqual([]);
});

it('pins every direct dependency exactly', () => {
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});
