import { rmSync } from 'node:fs';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { StrideError } from './errors/stride-error.ts';
import { refusedPath } from './errors/system-error-text.ts';
import { undoAtExit } from './undo-at-exit.ts';

/**
 * Writes a file that appears when it is whole, or not at all. What is no file, such as a pipe or `/dev/null`, is written to as it is, and a
 * link leads to its file.
 *
 * @param content What comes piece by piece is written as it comes; what fails it is thrown on as it is.
 * @throws StrideError `output_not_writable`.
 */
export async function writeWhole(path: string, content: string | Uint8Array | AsyncIterable<string>): Promise<void> {
  if (typeof content === 'string' || content instanceof Uint8Array) return write(path, content);
  let fault: { readonly error: unknown } | null = null;
  const pieces = async function* (): AsyncGenerator<string> {
    try {
      yield* content;
    } catch (error) {
      fault = { error };
      throw error;
    }
  };
  try {
    await write(path, pieces());
  } catch (error) {
    throw fault === null ? error : (fault as { readonly error: unknown }).error;
  }
}

async function write(path: string, content: string | Uint8Array | AsyncIterable<string>): Promise<void> {
  let partial: string | null = null;
  try {
    const target = await orIfMissing(realpath(path), path);
    const found = await orIfMissing(stat(target), null);
    if (found !== null && !found.isFile()) {
      await writeFile(target, content);
      return;
    }
    partial = `${target}.partial`;
    const begun = partial;
    const release = undoAtExit(() => rmSync(begun, { force: true }));
    try {
      await writeFile(begun, content);
      await rename(begun, target);
    } finally {
      release();
    }
  } catch (cause) {
    // What keeps the file from being written may keep this from being removed: told is the first.
    if (partial !== null) await rm(partial, { force: true }).catch(() => undefined);
    throw new StrideError('output_not_writable', refusedPath(path, cause), { cause });
  }
}

/** What is found, or something else where there is nothing. */
async function orIfMissing<T, U>(found: Promise<T>, other: U): Promise<T | U> {
  try {
    return await found;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return other;
    throw error;
  }
}
