import { type Dirent, existsSync } from 'node:fs';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { makeFolder } from '../../engine/make-folder.ts';
import { type DataDir, dataDirAt, noStore } from '../store/data-dir.ts';
import { syncDir } from '../store/sync-dir.ts';
import { syncTree } from '../store/sync-tree.ts';
import { type BackupManifest, listFiles, manifestName } from './backup-manifest.ts';
import { type BackupWatch, goOn } from './backup-watch.ts';
import { copyDurably, keepFile } from './keep-file.ts';
import { readSnapshot, type SnapshotFacts, takeSnapshot } from './store-snapshot.ts';

export interface Backup {
  /** The backup's folder. */
  readonly folder: string;
  readonly manifest: BackupManifest;
  /** Files of finished analyses that were not there any more. */
  readonly missingMedia: number;
}

const newFolder = 'Name a folder that is not there yet, where there is room and this user may make it.';

/** How often the store is asked again because a waiting analysis ended while its video was being kept. */
const mostTries = 10;

/**
 * Backs a data folder up into a new folder, also while a server works on it: the store at one moment, every video that an
 * analysis of that moment waits for, the pictures of those that had finished, and the key of the media links. It appears
 * whole or not at all.
 *
 * @throws StrideError `output_not_writable` for a folder that is there already, `data_dir_unusable`, `backup_unusable`, `aborted`.
 */
export async function makeBackup(
  dataDir: string,
  target: string,
  nowMs: number,
  watch: BackupWatch = {},
): Promise<Backup> {
  const dir = dataDirAt(dataDir);
  const folder = resolve(target);
  if (existsSync(folder))
    throw new StrideError('output_not_writable', `${folder} is there already`, { advice: newFolder });
  if (!existsSync(dir.databasePath))
    throw new StrideError('data_dir_unusable', `no store is in ${dir.root}`, { advice: noStore });
  const partial = join(dirname(folder), `.${basename(folder)}.partial`);
  try {
    await rm(partial, { recursive: true, force: true });
    for (const part of ['uploads', 'media']) makeFolder(join(partial, part), 0o700);
    const { facts, missingMedia } = await gather(dir, dataDirAt(partial), watch);
    // A copy, since the key may be replaced where it lies.
    if (existsSync(dir.mediaKeyPath)) await copyDurably(dir.mediaKeyPath, dataDirAt(partial).mediaKeyPath);
    const manifest: BackupManifest = {
      format: 'stridelab-backup',
      version: 1,
      takenAt: new Date(nowMs).toISOString(),
      storeVersion: facts.storeVersion,
      files: await listFiles(partial, watch),
    };
    const written = { flag: 'wx', mode: 0o600, flush: true } as const;
    await writeFile(join(partial, manifestName), `${JSON.stringify(manifest, null, 1)}\n`, written);
    await syncTree(partial);
    await rename(partial, folder);
    await syncDir(dirname(folder));
    return { folder, manifest, missingMedia };
  } catch (cause) {
    await rm(partial, { recursive: true, force: true });
    if (cause instanceof StrideError) throw cause;
    throw new StrideError('output_not_writable', cause instanceof Error ? cause.message : undefined, {
      cause,
      advice: newFolder,
    });
  }
}

interface Gathered {
  readonly facts: SnapshotFacts;
  readonly missingMedia: number;
}

/**
 * Videos go away when their analysis ends, so they are kept before the store is, and those that came in between after it. Where one has
 * gone in between, its analysis has ended, and a later state of the store no longer waits for it.
 */
async function gather(dir: DataDir, kept: DataDir, watch: BackupWatch): Promise<Gathered> {
  for (let tries = 1; tries <= mostTries; tries++) {
    for (const name of await readdir(dir.uploadsDir))
      await keepFile(join(dir.uploadsDir, name), join(kept.uploadsDir, name));
    await rm(kept.databasePath, { force: true });
    takeSnapshot(dir.databasePath, kept.databasePath);
    const facts = readSnapshot(kept.databasePath);
    if (!(await keepUploads(dir, kept, facts))) continue;
    return { facts, missingMedia: await keepMedia(dir, kept, facts, watch) };
  }
  throw new StrideError('backup_unusable', 'analyses ended faster than their videos could be kept; try again');
}

/** Keeps exactly the videos that are waited for. @returns False when one is gone. */
async function keepUploads(dir: DataDir, kept: DataDir, { uploads }: SnapshotFacts): Promise<boolean> {
  for (const name of uploads)
    if (!(await keepFile(join(dir.uploadsDir, name), join(kept.uploadsDir, name)))) return false;
  const waitedFor = new Set(uploads);
  for (const name of await readdir(kept.uploadsDir))
    if (!waitedFor.has(name)) await rm(join(kept.uploadsDir, name), { force: true });
  return true;
}

/** Keeps the pictures of finished analyses. @returns How many of these have none. */
async function keepMedia(
  dir: DataDir,
  kept: DataDir,
  { finished }: SnapshotFacts,
  watch: BackupWatch,
): Promise<number> {
  let missing = 0;
  for (const { id, attempt } of finished) {
    goOn(watch);
    const names = await filesOfRun(join(dir.mediaDir, id), String(attempt));
    let there = names.length > 0;
    for (const name of names)
      there = (await keepFile(join(dir.mediaDir, id, name), join(kept.mediaDir, id, name))) && there;
    if (!there) missing++;
  }
  return missing;
}

/** The files of one run: in a folder of its own, or, as older versions left them, beside each other. */
async function filesOfRun(folder: string, attempt: string): Promise<string[]> {
  const own = await entriesIfThere(join(folder, attempt));
  if (own !== null) return own.map(({ name }) => join(attempt, name));
  const entries = (await entriesIfThere(folder)) ?? [];
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

/** Null where there is no such folder. */
async function entriesIfThere(folder: string): Promise<Dirent[] | null> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
}
