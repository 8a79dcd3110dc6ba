import { randomUUID } from 'node:crypto';
import { type Dir, existsSync } from 'node:fs';
import {
  access,
  copyFile,
  type FileHandle,
  mkdir,
  open,
  opendir,
  readdir,
  rename,
  rm,
  rmdir,
  stat,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../../../engine/make-folder.ts';
import { syncDir } from '../sync-dir.ts';
import { syncFile } from '../sync-file.ts';
import type { ListedObject, LocalFile, ObjectStore } from './object-store.ts';
import type { StoredFile } from './stored-file.ts';

/** How names begin that are being written: no key is one. */
const partial = '.partial-';

/** How often a folder is made anew that others remove meanwhile. */
const mostTries = 100;

/** Files in a folder, of this machine or shared by several. */
export class FolderObjects implements ObjectStore {
  readonly #root: string;

  /** @param root The folder, which is there. */
  constructor(root: string) {
    this.#root = root;
  }

  async putFile(key: string, path: string): Promise<void> {
    await syncFile(path);
    await this.#putIn(key, path, async (copy) => {
      await copyFile(path, copy);
      await syncFile(copy);
    });
  }

  async putFolder(key: string, path: string): Promise<void> {
    if (existsSync(this.#path(key))) return this.#putRest(key, path);
    for (const name of await readdir(path)) await syncFile(join(path, name));
    await syncDir(path);
    await this.#putIn(key, path, async (copy) => {
      await mkdir(copy, { mode: 0o700 });
      for (const name of await readdir(path)) {
        await copyFile(join(path, name), join(copy, name));
        await syncFile(join(copy, name));
      }
      await syncDir(copy);
    });
  }

  /** The folder came here when it was put the time before, which failed afterwards; what is still there of it follows. */
  async #putRest(key: string, path: string): Promise<void> {
    if (existsSync(path))
      for (const name of await readdir(path)) await this.putFile(`${key}/${name}`, join(path, name));
    await rm(path, { recursive: true, force: true });
    await syncDir(dirname(this.#path(key)));
  }

  async open(key: string): Promise<StoredFile | null> {
    const handle = await openIfThere(this.#path(key));
    if (handle === null) return null;
    try {
      const { size, mtimeMs } = await handle.stat();
      return {
        sizeBytes: size,
        modifiedMs: mtimeMs,
        read: (range, options) => handle.createReadStream({ ...range, ...options }),
        close: () => handle.close(),
      };
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** Does not hold the process up on a network file system that does not answer. */
  async has(key: string): Promise<boolean> {
    return access(this.#path(key)).then(
      () => true,
      () => false,
    );
  }

  async local(key: string): Promise<LocalFile | null> {
    return (await this.has(key)) ? { path: this.#path(key), release: async () => undefined } : null;
  }

  async remove(key: string): Promise<void> {
    await rm(this.#path(key), { force: true });
    await this.#prune(key);
  }

  async removeFolder(key: string): Promise<void> {
    await rm(this.#path(key), { recursive: true, force: true });
    await this.#prune(key);
  }

  async *list(key: string): AsyncGenerator<ListedObject> {
    const folder = await folderIfThere(this.#path(key));
    if (folder === null) return;
    for await (const entry of folder) {
      const within = `${key}/${entry.name}`;
      if (entry.isDirectory()) {
        yield* this.list(within);
        continue;
      }
      const modifiedMs = await modifiedMsOf(this.#path(within));
      if (modifiedMs !== null) yield { key: within, modifiedMs };
    }
  }

  #path(key: string): string {
    return join(this.#root, ...key.split('/'));
  }

  /** Moves something to its key; from another disk it is copied beside the key first, so that it is never seen half. */
  async #putIn(key: string, path: string, copyTo: (copy: string) => Promise<void>, tries = 1): Promise<void> {
    const target = this.#path(key);
    try {
      await this.#makeFolders(key);
      await rename(path, target);
    } catch (error) {
      // Whoever has removed the last file of a folder removes the folder, perhaps between the two.
      if (hasCode(error, 'ENOENT') && existsSync(path) && tries < mostTries)
        return this.#putIn(key, path, copyTo, tries + 1);
      if (!hasCode(error, 'EXDEV')) throw error;
      const copy = join(dirname(target), `${partial}${randomUUID()}`);
      try {
        await copyTo(copy);
        await rename(copy, target);
      } catch (fault) {
        await rm(copy, { recursive: true, force: true });
        throw fault;
      }
      await rm(path, { recursive: true, force: true });
    }
    await syncDir(dirname(target));
  }

  /** Removes the folders that a removed key lay in, where nothing else lies in them; the outermost stays. */
  async #prune(key: string): Promise<void> {
    const names = key.split('/').slice(0, -1);
    for (let depth = names.length; depth > 1; depth--) {
      try {
        await rmdir(join(this.#root, ...names.slice(0, depth)));
      } catch (error) {
        if (hasCode(error, 'ENOTEMPTY', 'EEXIST')) return;
        if (!hasCode(error, 'ENOENT')) throw error;
      }
    }
  }

  /** Makes the folders that a key lies in, and has them survive a power cut. */
  async #makeFolders(key: string): Promise<void> {
    const names = key.split('/').slice(0, -1);
    for (let depth = 1; depth <= names.length; depth++) {
      const folder = join(this.#root, ...names.slice(0, depth));
      if (existsSync(folder)) continue;
      // The outermost stays once it is there; where one above another is removed meanwhile, all are made anew.
      if (depth === 1) makeFolder(folder, 0o700);
      else await mkdir(folder, { mode: 0o700 }).catch(ignoreExisting);
      await syncDir(dirname(folder));
    }
  }
}

const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

function ignoreExisting(error: unknown): void {
  if (!hasCode(error, 'EEXIST')) throw error;
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

async function folderIfThere(folder: string): Promise<Dir | null> {
  try {
    return await opendir(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

async function modifiedMsOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    // Somebody else has removed it since.
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}
