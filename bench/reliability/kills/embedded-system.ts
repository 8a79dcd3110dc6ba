import { join } from 'node:path';
import Database from 'libsql';
import { builtEntry } from '../../../engine/built-entry.ts';
import { dataDirAt } from '../../../server/store/data-dir.ts';
import { deadlineMs, emulated, leftoverAgeMs, operator, stopGraceMs } from './kill-settings.ts';
import type { KilledSystem } from './killed-system.ts';
import { openKillDisk } from './small-disk.ts';
import { Victim } from './victim.ts';

/** One server with its embedded store, on a disk so small that it can be filled where that is possible. */
export async function openEmbeddedSystem(place: { readonly onSmallDisk: boolean }): Promise<KilledSystem> {
  const disk = await openKillDisk(place);
  const dataDir = join(disk.folder, 'data');
  const dir = dataDirAt(dataDir);
  const logPath = join(disk.root, 'server.log');
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
    smallDisk: disk.canBeFilled ? disk.folder : null,
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
    remove: () => disk.remove(),
  };
}
