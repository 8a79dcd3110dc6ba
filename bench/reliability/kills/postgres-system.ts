import { join } from 'node:path';
import { builtEntry } from '../../../engine/built-entry.ts';
import { dataDirAt } from '../../../server/store/data-dir.ts';
import { startPostgres } from '../../../test/support/postgres-server.ts';
import { deadlineMs, emulated, leftoverAgeMs, operator, stopGraceMs } from './kill-settings.ts';
import type { KilledSystem } from './killed-system.ts';
import { openKillDisk } from './small-disk.ts';
import { Victim } from './victim.ts';

const leaseMs = 3000;

/** Two servers and two workers over one PostgreSQL and one folder, as on four machines. @throws NoPostgresError */
export async function openPostgresSystem(place: { readonly onSmallDisk: boolean }): Promise<KilledSystem> {
  const postgres = await startPostgres();
  let pid: number | null = postgres.pid;
  const disk = await openKillDisk(place);
  const dataDir = join(disk.folder, 'data');
  const dir = dataDirAt(dataDir);
  const options = { dataDir, databaseUrl: postgres.url, leaseMs, deadlineMs, leftoverAgeMs, mostLostRuns: 5 };
  const victim = (name: string, entry: string, workers: number): Victim =>
    new Victim({
      name,
      entry: builtEntry(import.meta.url, entry),
      args: [JSON.stringify({ ...options, workers })],
      env: emulated,
      logPath: join(disk.root, `${name}.log`),
    });
  const servers = ['server-1', 'server-2'].map((name) => victim(name, './serve-process.js', 0));
  const workers = ['worker-1', 'worker-2'].map((name) => victim(name, './worker-process.js', 1));
  const victims = [...servers, ...workers];
  for (const each of victims) await each.start();
  let turn = 0;
  return {
    victims,
    database: {
      pid: () => pid,
      kill: async () => {
        pid = null;
        await postgres.kill();
      },
      start: async () => {
        await postgres.start();
        pid = postgres.pid;
      },
    },
    smallDisk: disk.canBeFilled ? disk.folder : null,
    uploadsDir: dir.uploadsDir,
    mediaDir: dir.mediaDir,
    scratchDir: dir.scratchDir,
    leftoverAgeMs,
    logPaths: victims.map(({ logPath }) => logPath),
    // Clients come to either server, as through a balancer.
    url: () => servers[turn++ % servers.length]?.url ?? '',
    operate: (args) => operator([...args, '--database', postgres.url]),
    storeFaults: async () => [],
    stop: async () => {
      const stopped = await Promise.all(
        victims.map(async (each) => ({ each, byItself: await each.stop(stopGraceMs) })),
      );
      return stopped
        .filter(({ byItself }) => !byItself)
        .map(({ each }) => `${each.name} did not stop when it was told to`);
    },
    remove: async () => {
      await postgres.stop();
      await disk.remove();
    },
  };
}
