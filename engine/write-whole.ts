import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { StrideError } from './errors/stride-error.ts';
import { refusedPath } from './errors/system-error-text.ts';

/**
 * Writes a file that appears when it is whole, or not at all. What is no file, such as a pipe or `/dev/null`, is written to as it is, and a
 * link leads to its file.
 *
 * @throws StrideError `output_not_writable`.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const partial = `${target}.partial`;
  try {
    const found = await stat(target).catch(() => null);
    if (found !== null && !found.isFile()) {
      await writeFile(target, content);
      return;
    }
    await writeFile(partial, content);
    await rename(partial, target);
  } catch (cause) {
    await rm(partial, { force: true });
    throw new StrideError('output_not_writable', refusedPath(path, cause), { cause });
  }
}
