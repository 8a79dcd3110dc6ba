import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Names of the videos that a data folder holds: those that were accepted, and those that are being received. */
export const uploadsIn = (dataDir: string): readonly string[] =>
  ['uploads', 'scratch'].flatMap((name) => filesUnder(join(dataDir, name))).filter((name) => !name.includes('.lock'));

const filesUnder = (folder: string): readonly string[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [basename(entry.name)],
      );
