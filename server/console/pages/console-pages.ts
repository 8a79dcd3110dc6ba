import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtEntry } from '../../../engine/built-entry.ts';
import { pageShell } from './page-shell.ts';

/** How a file may be sent. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** A file that the browser is given. */
export interface PageFile {
  readonly type: string;
  /** Strong, with its quotation marks; of one encoding. */
  etagOf(encoding: Encoding): string;
  /** Its bytes by the encodings that there are. */
  readonly bytes: ReadonlyMap<Encoding, Buffer>;
}

/** All that the browser is given: one page, and the files that it names. */
export interface ConsolePages {
  readonly shell: PageFile;
  /** By their names under `/console/assets/`, which hold a hash of what is in them. */
  readonly assets: ReadonlyMap<string, PageFile>;
}

/** What the build says of itself. */
export interface PagesManifest {
  readonly script: string;
  readonly styles?: readonly string[];
  readonly icon?: string;
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

const manifestName = 'manifest.json';

/** Reads what was built of the console for browsers, once; null where it was not built. */
export function readConsolePages(
  folder = fileURLToPath(new URL('.', builtEntry(import.meta.url, '../app/manifest.json'))),
): ConsolePages | null {
  const path = join(folder, manifestName);
  if (!existsSync(path)) return null;
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as PagesManifest;
  const assets = new Map<string, PageFile>();
  for (const name of readdirSync(folder)) {
    const type = types[extname(name)];
    if (type === undefined || name === manifestName) continue;
    assets.set(name, fileOf(type, variantsOf(join(folder, name))));
  }
  const html = Buffer.from(pageShell(manifest));
  return { shell: fileOf('text/html; charset=utf-8', new Map([['identity', html]])), assets };
}

/** The file, and what the build has compressed beside it. */
function variantsOf(path: string): Map<Encoding, Buffer> {
  const variants = new Map<Encoding, Buffer>([['identity', readFileSync(path)]]);
  for (const [encoding, ending] of [
    ['br', '.br'],
    ['gzip', '.gz'],
  ] as const) {
    if (existsSync(path + ending)) variants.set(encoding, readFileSync(path + ending));
  }
  return variants;
}

function fileOf(type: string, bytes: ReadonlyMap<Encoding, Buffer>): PageFile {
  const hash = createHash('sha256')
    .update(bytes.get('identity') ?? '')
    .digest('base64url')
    .slice(0, 22);
  return { type, bytes, etagOf: (encoding) => `"${hash}-${encoding}"` };
}
