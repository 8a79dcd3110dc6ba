import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { refusedPath } from '../../engine/errors/system-error-text.ts';

/**
 * Makes sure that a file can be written to a path, before the work whose outcome goes there.
 *
 * @throws StrideError `output_not_writable`.
 */
export function requireWritable(path: string): void {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR' });
    // A file is replaced by a whole one; a pipe or a device is written to as it is.
    accessSync(found === undefined || found.isFile() ? dirname(path) : path, constants.W_OK);
  } catch (cause) {
    throw new StrideError('output_not_writable', refusedPath(path, cause), { cause });
  }
}
