import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { StrideError } from '../engine/errors/stride-error.ts';
import { makeFolder } from '../engine/make-folder.ts';
import { sha256 } from './source-files.ts';

/** The folder for converted networks: `$STRIDELAB_CACHE`, else `$XDG_CACHE_HOME/stridelab`, else `~/.cache/stridelab`. */
export function defaultCacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment.STRIDELAB_CACHE) return environment.STRIDELAB_CACHE;
  return join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'stridelab');
}

/** Beside every cached file lies one with its checksum. */
const checksumPath = (path: string): string => `${path}.sha256`;

/** Whether a cached file is there and undamaged. */
export async function isCached(path: string): Promise<boolean> {
  try {
    const [bytes, checksum] = await Promise.all([readFile(path), readFile(checksumPath(path), 'utf8')]);
    return sha256(bytes) === checksum.trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw new StrideError('model_unavailable', `the cached file ${path} cannot be read`, { cause: error });
  }
}

/**
 * Stores a file and its checksum. Each appears whole or not at all, so that processes may store the same file at once.
 *
 * @throws StrideError `model_unavailable` if the folder cannot be written.
 */
export async function store(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  try {
    makeFolder(folder);
    await writeWhole(path, bytes);
    await writeWhole(checksumPath(path), `${sha256(bytes)}\n`);
  } catch (cause) {
    const detail = `the cache folder ${folder} cannot be written; name another one in STRIDELAB_CACHE`;
    throw new StrideError('model_unavailable', detail, { cause });
  }
}

async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, content);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
