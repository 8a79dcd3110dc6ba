import { accessSync, constants } from 'node:fs';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { refusedPath } from '../../engine/errors/system-error-text.ts';
import { makeFolder } from '../../engine/make-folder.ts';

/** Makes the folder that a command writes to. @throws StrideError `output_not_writable`. */
export function makeOutputFolder(path: string): void {
  try {
    makeFolder(path);
    accessSync(path, constants.W_OK);
  } catch (cause) {
    throw new StrideError('output_not_writable', refusedPath(path, cause), { cause });
  }
}
