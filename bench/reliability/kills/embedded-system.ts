import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Database from 'libsql';
import { builtEntry } from '../../../engine/built-entry.ts';
import { dataDirAt } from '../../../server/store/data-dir.ts';
import type { KilledSystem } from './killed-system.ts';
import { mountSmallDisk, unmountSmallDisk } from './small-disk.ts';
import { Victim } from './victim.ts';

const run = promisify(execFile);
const cli = fileURLToPath(builtEntry(import.meta.url, '../../../server/cli/main.js'));
const smallDiskMb = 40;
const stopGraceMs = 15_000;

/** How long an analysis may take, milliseconds. */
export const deadlineMs = 4000;
/** Faults of the analyser itself, in percent. */
export const emulated = { EMULATED_MS: '50-600', EMULATED_FAULTS: '15,4' } as const;

/** One server with its embedded store, on a disk so small that it can be filled where that is possible. */
export async function openEmbeddedSystem({ onSmallDisk }: { readonly onSmallDisk: boolean }): Promise<KilledSystem> {
  const root = await mkdtemp(join(tmpdir(), 'stridelab-kills-'));
  const disk = join(root, 'disk');
  await mkdir(disk);
  const isSmall = onSmallDisk && (await mountSmallDisk(disk, smallDiskMb));
  const dataDir = join(disk, 'data');
  const dir = dataDirAt(dataDir);
  const logPath = join(root, 'server.log');
  const server = new Victim({
    name: 'server',
    entry: builtEntry(import.meta.url, './serve-process.js'),
    args: [JSON.stringify({ dataDir, workers: 2, deadlineMs })],
    env: emulated,
    logPath,
  });
  await server.start();
  return {
    victims: [server],
    database: null,
    smallDisk: isSmall ? disk : null,
    uploadsDir: dir.uploadsDir,
    mediaDir: dir.mediaDir,
    logPaths: [logPath],
    url: () => server.url,
    operate: async (args) => (await run(process.execPath, [cli, ...args, '--data', dataDir])).stdout,
    storeFaults: async () => {
      const database = new Database(dir.databasePath, { readonly: true });
      try {
        const rows = database.prepare('PRAGMA integrity_check').all() as readonly {
          readonly integrity_check: string;
        }[];
        return rows.map((row) => row.integrity_check).filter((word) => word !== 'ok');
      } finally {
        database.close();
      }
    },
    stop: async () => ((await server.stop(stopGraceMs)) ? [] : ['the server did not stop when it was told to']),
    remove: async () => {
      if (isSmall) await unmountSmallDisk(disk);
      await rm(root, { recursive: true, force: true });
    },
  };
}
