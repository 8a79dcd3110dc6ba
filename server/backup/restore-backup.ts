import { readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { makeFolder } from '../../engine/make-folder.ts';
import { dataDirAt } from '../store/data-dir.ts';
import { refuseNewWithinAnother } from '../store/media/require-shared-media.ts';
import { migrations } from '../store/migrations.ts';
import { syncDir } from '../store/sync-dir.ts';
import { syncTree } from '../store/sync-tree.ts';
import { type BackupManifest, listFiles, manifestName, pathsIn, readManifest } from './backup-manifest.ts';
import { type BackupWatch, goOn } from './backup-watch.ts';
import { firstOdd } from './first-odd.ts';
import { copyDurably } from './keep-file.ts';
import { readSnapshot } from './store-snapshot.ts';

/**
 * Makes a data folder of a backup. Every file is checked before and after it is copied; the folder appears whole or not
 * at all, and the backup is left as it is.
 *
 * @param dataDir A folder that is empty or not there.
 * @throws StrideError `data_dir_unusable` for a folder that is not empty or cannot be written, `media_of_another_store` for one within
 *   another store's, `backup_unusable`, `aborted`.
 */
export async function restoreBackup(backup: string, dataDir: string, watch: BackupWatch = {}): Promise<BackupManifest> {
  const folder = resolve(dataDir);
  await requireEmpty(folder);
  await refuseNewWithinAnother(folder);
  const manifest = await readManifest(backup);
  if (manifest.storeVersion > migrations.length)
    throw new StrideError(
      'backup_unusable',
      `its store has version ${manifest.storeVersion}, this StrideLab knows ${migrations.length}`,
      { advice: 'Put it back with the version that took it, or a later one; nothing has been changed.' },
    );
  const there = (await pathsIn(backup)).filter((path) => path !== manifestName).sort();
  requireSame(
    there,
    manifest.files.map(({ path }) => path),
    backup,
  );
  const partial = join(dirname(folder), `.${basename(folder)}.restoring`);
  try {
    await rm(partial, { recursive: true, force: true });
    for (const part of ['uploads', 'media']) makeFolder(join(partial, part), 0o700);
    const whole = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
    let copied = 0;
    for (const { path, bytes } of manifest.files) {
      goOn(watch);
      await copyDurably(join(backup, path), join(partial, path));
      copied += bytes;
      // Every byte is copied and then checked.
      watch.onBytes?.(copied, 2 * whole);
    }
    const checking = { ...watch, onBytes: (done: number) => watch.onBytes?.(whole + done, 2 * whole) };
    const lines = (files: BackupManifest['files']): string[] =>
      files.map(({ path, bytes, sha256 }) => `${path} ${bytes} ${sha256}`);
    requireSame(lines(await listFiles(partial, checking)), lines(manifest.files), backup);
    readSnapshot(dataDirAt(partial).databasePath);
    await syncTree(partial);
    await rmdir(folder).catch(ignoreMissing);
    await rename(partial, folder);
    await syncDir(dirname(folder));
    return manifest;
  } catch (cause) {
    await rm(partial, { recursive: true, force: true });
    if (cause instanceof StrideError) throw cause;
    throw new StrideError('data_dir_unusable', cause instanceof Error ? cause.message : undefined, { cause });
  }
}

async function requireEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => ignoreMissing(error) ?? []);
  if (names.length > 0)
    throw new StrideError(
      'data_dir_unusable',
      `${folder} is not empty, and a backup is put back into an empty folder only`,
      { advice: 'Name a folder by --data that is empty or not there yet, or move what is in this one away.' },
    );
}

function ignoreMissing(error: unknown): undefined {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}

/** What differs first is named. */
function requireSame(found: readonly string[], listed: readonly string[], backup: string): void {
  const odd = firstOdd(found, listed);
  if (odd === null) return;
  const what = odd.isMissing ? 'is missing or damaged' : 'is not in its manifest';
  throw new StrideError('backup_unusable', `${join(backup, odd.text.split(' ')[0] ?? '')} ${what}`);
}
