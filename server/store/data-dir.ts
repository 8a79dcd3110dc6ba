import { join, resolve } from 'node:path';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { refusedPath } from '../../engine/errors/system-error-text.ts';
import { makeFolder } from '../../engine/make-folder.ts';

/** Where everything that a server keeps lies. */
export interface DataDir {
  readonly root: string;
  readonly databasePath: string;
  readonly lockPath: string;
  readonly mediaKeyPath: string;
  /** Videos as they came in, until their analysis has ended. */
  readonly uploadsDir: string;
  /** One folder for each finished analysis, named by its id. */
  readonly mediaDir: string;
  /** What is under way in the processes of this machine. */
  readonly scratchDir: string;
}

/** What to do where a data folder has no store. */
export const noStore =
  'Name the data folder of a server by --data. A store is made by the first `stridelab keys create` or `people add`, or by `stridelab serve`, with a --data of its own.';

/** Where things lie in a data folder, whether it is there or not. */
export function dataDirAt(path: string): DataDir {
  const root = resolve(path);
  return {
    root,
    databasePath: join(root, 'stridelab.db'),
    lockPath: join(root, 'server.lock'),
    mediaKeyPath: join(root, 'media.key'),
    uploadsDir: join(root, 'uploads'),
    mediaDir: join(root, 'media'),
    scratchDir: join(root, 'scratch'),
  };
}

/**
 * Makes the data folder, readable by its owner alone, or takes the one that is there.
 *
 * @throws StrideError `data_dir_unusable`.
 */
export function openDataDir(path: string): DataDir {
  const dir = dataDirAt(path);
  try {
    for (const folder of [dir.root, dir.uploadsDir, dir.mediaDir]) makeFolder(folder, 0o700);
  } catch (cause) {
    throw new StrideError('data_dir_unusable', refusedPath(dir.root, cause), { cause });
  }
  return dir;
}
