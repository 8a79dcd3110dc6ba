import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly license?: string;
}

interface Component {
  readonly name: string;
  readonly purl: string;
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const locked = Object.entries(packages).filter(([path]) => path !== '');

it('has the hash of every package in the lock file, and none from anywhere but the registry', () => {
  expect(locked.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))).toEqual([]);
  expect(locked.filter(([, { link }]) => link === true)).toEqual([]);
  const hosts = locked.flatMap(([, { resolved }]) => (resolved === undefined ? [] : [new URL(resolved).host]));
  expect(new Set(hosts.filter((host) => host !== 'registry.npmjs.org'))).toEqual(new Set());
  expect(locked.filter(([, { version }]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version ?? ''))).toEqual([]);
});

/** What may be at work when StrideLab runs: nothing that would have its own source told with it. LGPL parts are libraries of their own files. */
const licences = new Set([
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT', 'MPL-2.0', 'Unlicense'],
  ...['(MIT OR CC0-1.0)', 'LGPL-3.0-or-later', 'Apache-2.0 AND LGPL-3.0-or-later', 'MIT OR Apache-2.0'],
  'Apache-2.0 AND LGPL-3.0-or-later AND MIT',
]);
/** Whose licence was read where the package does not name one of the list: the font’s own free one, and BSD in its file. */
const readByHand = ['dejavu-fonts-ttf', '@shinyoshiaki/jspack'];

it('depends at run time on nothing whose licence is not listed', () => {
  const others = locked
    .filter(([, { dev, license }]) => dev !== true && !licences.has(license ?? ''))
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  expect(others.filter((name) => !readByHand.includes(name))).toEqual([]);
});

it('tells all of its parts with their hashes, without a network', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly scripts: { readonly sbom: string };
  };
  const [command, file] = scripts.sbom.split(' > ');
  expect(file).toBe('sbom.cdx.json');
  const [npm, ...args] = command.split(' ');
  const env = { ...process.env, npm_config_offline: 'true', npm_config_update_notifier: 'false' };
  const { bomFormat, components } = JSON.parse(
    execFileSync(npm, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e8 }),
  ) as { readonly bomFormat: string; readonly components: readonly Component[] };
  expect(bomFormat).toBe('CycloneDX');
  const told = new Set(components.map(({ purl }) => decodeURIComponent(purl)));
  const missing = locked
    .filter(([, { dev }]) => dev !== true)
    .map(([path, { version }]) => `pkg:npm/${path.replace(/^.*node_modules\//, '')}@${version}`)
    .filter((purl) => !told.has(purl));
  // Overridden packages are told under the name of what stands in for them.
  expect(missing.filter((purl) => !/@1\.0\.0$/.test(purl))).toEqual([]);
  expect(components.filter(({ hashes }) => !hashes?.some(({ alg }) => alg === 'SHA-512'))).toEqual([]);
});
