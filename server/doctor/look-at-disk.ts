import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, open, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { systemErrorText } from '../../engine/errors/system-error-text.ts';
import { defaultLimits } from '../../engine/video/probe.ts';
import { wantedBytes } from '../http/admission.ts';
import { freeBytes } from '../http/free-bytes.ts';
import { syncDir } from '../store/sync-dir.ts';
import { type Finding, fail, ok, warn, wordsOf } from './finding.ts';

const mebibyte = 2 ** 20;
/** A sync that takes longer holds every upload up. */
const slowSyncMs = 200;

/**
 * Whether the data folder is this user's alone, has room, and keeps what is synced.
 *
 * @param freeMiB Less room than this has uploads put off.
 */
export async function lookAtDisk(dataDir: string, freeMiB: number): Promise<Finding[]> {
  const folder = resolve(dataDir);
  if (!existsSync(folder)) return [await lookAtPlaceFor(folder)];
  return [await lookAtRights(folder), await lookAtRoom(folder, freeMiB), await writeAndSync(folder)];
}

/** Whether a folder that is not there can be made: in the nearest one above it that is there, one is made and removed. */
async function lookAtPlaceFor(folder: string): Promise<Finding> {
  let above = dirname(folder);
  while (!existsSync(above) && above !== dirname(above)) above = dirname(above);
  try {
    await rmdir(await mkdtemp(join(above, '.doctor-')));
  } catch (error) {
    return fail(
      'data folder',
      `${folder} is not there and cannot be made: in ${above} ${systemErrorText(error)}`,
      'Name a place in --data where this user may make folders.',
    );
  }
  return warn('data folder', `${folder} is not there`, '`stridelab keys create` or the first start makes it.');
}

async function lookAtRights(folder: string): Promise<Finding> {
  const { mode, uid } = await stat(folder);
  if ((mode & 0o077) !== 0)
    return warn(
      'data folder',
      `${folder} is open to other users`,
      `Run \`chmod 700 ${folder}\`: it holds videos of people.`,
    );
  const own = process.getuid?.() ?? uid;
  return uid === own
    ? ok('data folder', `${folder}, this user’s alone`)
    : warn('data folder', `${folder} belongs to user ${uid}, this is user ${own}`, 'Run as the server’s user.');
}

async function lookAtRoom(folder: string, freeMiB: number): Promise<Finding> {
  try {
    const free = Math.floor((await freeBytes(folder)) / mebibyte);
    const wanted = Math.ceil(wantedBytes({ freeBytes: freeMiB * mebibyte }, defaultLimits.maxBytes) / mebibyte);
    const seen = `${free} MiB are free`;
    const mend = 'Free some room, delete old analyses (`--retention-days`), or move the folder to a larger disk.';
    if (free < wanted)
      return fail('disk', `${seen}, and ${wanted} are wanted: \`free-disk\`, ${freeMiB} MiB, and an upload`, mend);
    return free < 4 * freeMiB ? warn('disk', seen, mend) : ok('disk', seen);
  } catch (error) {
    return fail('disk', wordsOf(error), 'Check that the disk is mounted.');
  }
}

async function writeAndSync(folder: string): Promise<Finding> {
  const path = join(folder, `.doctor-${randomUUID()}`);
  const mend = 'Check the disk, its file system and whether it is mounted read-only.';
  try {
    const file = await open(path, 'wx', 0o600);
    const beganMs = performance.now();
    try {
      await file.write(Buffer.alloc(64 * 1024, 1));
      await file.sync();
    } finally {
      await file.close();
    }
    await syncDir(folder);
    const tookMs = Math.round(performance.now() - beganMs);
    const seen = `64 KiB were on the disk after ${tookMs} ms`;
    return tookMs > slowSyncMs
      ? warn('sync', seen, 'Every upload waits for this; a faster or less busy disk takes more uploads.')
      : ok('sync', seen);
  } catch (error) {
    return fail('sync', wordsOf(error), mend);
  } finally {
    await rm(path, { force: true });
  }
}
