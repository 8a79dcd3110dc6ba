import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtEntry } from '../../../engine/built-entry.ts';

/** How a file may be sent. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** A file that the browser is given. */
export interface PageFile {
  readonly type: string;
  /** Its bytes by the encodings that there are. */
  readonly bytes: ReadonlyMap<Encoding, Buffer>;
  /** What it is told apart by, in whatever encoding. */
  readonly hash: string;
}

/** All that the browser is given: one page, and the files that it names. */
export interface ConsolePages {
  readonly shell: PageFile;
  /** By their names under `/console/assets/`. */
  readonly assets: ReadonlyMap<string, PageFile>;
}

/** What `server/console/app/bundle.mjs` says of what it has built, as far as it is needed here. */
interface PagesManifest {
  readonly assets: Readonly<Record<string, { readonly type: string }>>;
}

/** Reads what was built of the console for browsers, once; null where it was not built. */
export function readConsolePages(folder = builtFolder()): ConsolePages | null {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) return null;
  const { assets } = JSON.parse(readFileSync(path, 'utf8')) as PagesManifest;
  const files = Object.entries(assets).map(([name, { type }]) => [name, readFile(join(folder, name), type)] as const);
  return { shell: readFile(join(folder, 'index.html'), 'text/html; charset=utf-8'), assets: new Map(files) };
}

const builtFolder = (): string => fileURLToPath(new URL('.', builtEntry(import.meta.url, '../app/manifest.json')));

/** The file, and what the build has compressed beside it. */
function readFile(path: string, type: string): PageFile {
  const plain = readFileSync(path);
  const bytes = new Map<Encoding, Buffer>([['identity', plain]]);
  for (const [encoding, ending] of [
    ['br', '.br'],
    ['gzip', '.gz'],
  ] as const) {
    if (existsSync(path + ending)) bytes.set(encoding, readFileSync(path + ending));
  }
  return { type, bytes, hash: createHash('sha256').update(plain).digest('base64url').slice(0, 22) };
}
