import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { type BackupWatch, goOn } from './backup-watch.ts';

const closed = { additionalProperties: false } as const;

const ManifestSchema = Type.Object(
  {
    format: Type.Literal('stridelab-backup'),
    version: Type.Literal(1),
    /** When the store was as it is in the backup. */
    takenAt: Type.String(),
    /** How many of the store's migrations had been done. */
    storeVersion: Type.Integer({ minimum: 1 }),
    files: Type.Array(
      Type.Object(
        {
          path: Type.String({ pattern: '^(?!.*(^|/)\\.\\.?(/|$))[^/].*$' }),
          bytes: Type.Integer({ minimum: 0 }),
          sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
        },
        closed,
      ),
    ),
  },
  closed,
);

/** What lies in a backup beside the manifest itself. */
export type BackupManifest = Static<typeof ManifestSchema>;
export type BackedUpFile = BackupManifest['files'][number];

export const manifestName = 'manifest.json';

/**
 * Reads a backup's manifest.
 *
 * @throws StrideError `backup_unusable`.
 */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const path = join(folder, manifestName);
  try {
    const read: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (Value.Check(ManifestSchema, read)) return read;
  } catch (cause) {
    throw new StrideError('backup_unusable', `${path} cannot be read`, { cause });
  }
  throw new StrideError('backup_unusable', `${path} is no manifest of a backup that this version knows`);
}

/**
 * The files in a folder and below it, each with its size and checksum, in the order of their paths from the folder.
 *
 * @throws StrideError `aborted` when the watch ends it.
 */
export async function listFiles(folder: string, watch: BackupWatch = {}): Promise<BackedUpFile[]> {
  const sizes: (readonly [path: string, bytes: number])[] = [];
  for (const path of (await pathsIn(folder)).sort()) sizes.push([path, (await stat(join(folder, path))).size]);
  const expected = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  const files: BackedUpFile[] = [];
  let done = 0;
  for (const [path, bytes] of sizes) {
    files.push({ path, bytes, sha256: await sha256Of(join(folder, path)) });
    done += bytes;
    watch.onBytes?.(done, expected);
    goOn(watch);
  }
  return files;
}

/** Paths of files below a folder, from it, with `/` between names. */
export async function pathsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = entries.map(async (entry) =>
    entry.isDirectory()
      ? (await pathsIn(join(folder, entry.name))).map((path) => `${entry.name}/${path}`)
      : [entry.name],
  );
  return (await Promise.all(nested)).flat();
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
