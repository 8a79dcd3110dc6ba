import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { builtEntry } from '../../../engine/built-entry.ts';
import { dataDirAt } from '../../../server/store/data-dir.ts';
import { deadlineMs, emulated, leftoverAgeMs, operator, smallDiskMb, stopGraceMs } from './kill-settings.ts';
import type { KilledSystem } from './killed-system.ts';
import { mountSmallDisk, unmountSmallDisk } from './small-disk.ts';
import { Victim } from './victim.ts';

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
    args: [JSON.stringify({ dataDir, workers: 2, deadlineMs, leftoverAgeMs })],
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
    scratchDir: dir.scratchDir,
    leftoverAgeMs,
    logPaths: [logPath],
    url: () => server.url,
    operate: (args) => operator([...args, '--data', dataDir]),
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
