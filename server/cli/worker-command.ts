import { Command } from 'commander';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { mediaPlace } from '../config/media-place.ts';
import { monitorPlace } from '../config/monitor-place.ts';
import { requireStorePlace } from '../config/require-store-place.ts';
import type { Settings } from '../config/settings.ts';
import { startWorker, type WorkerOptions } from '../worker.ts';
import { addSettingOptions, loadedSettings } from './setting-options.ts';
import { untilAborted } from './until-aborted.ts';

/** `stridelab worker`: runs the analyses that servers on other machines take in, until it is told to stop. */
export function workerCommand(signal: AbortSignal): Command {
  const command = new Command('worker').description(
    'Run analyses for servers that share a PostgreSQL database; on Ctrl+C, running analyses go back into the queue.',
  );
  return addSettingOptions(command, ['worker']).action(async () => {
    const worker = await startWorker(workerOptions(loadedSettings(command).values));
    process.stdout.write(
      `StrideLab runs ${worker.workers} ${worker.workers === 1 ? 'analysis' : 'analyses'} at a time\n`,
    );
    if (worker.monitorUrl !== null) process.stdout.write(`Metrics: ${worker.monitorUrl}/metrics\n`);
    await untilAborted(signal);
    process.stdout.write('Stopping: running analyses go back to the queue.\n');
    await worker.close();
  });
}

/** What the worker is told of the settings. */
function workerOptions(settings: Settings): WorkerOptions {
  const { database, workers, threads } = settings;
  const monitor = monitorPlace(settings);
  if (database === null) {
    throw new StrideError(
      'invalid_setting',
      'a worker needs the PostgreSQL database of its servers; say --database, STRIDELAB_DATABASE or database in a settings file',
    );
  }
  if (workers === 0) throw new StrideError('invalid_setting', 'a worker with workers 0 would run nothing');
  return {
    dataDir: requireStorePlace(settings),
    databaseUrl: database,
    media: mediaPlace(settings),
    deadlineMs: 1000 * settings.deadline,
    leaseMs: 1000 * settings.lease,
    mostLostRuns: settings.attempts,
    network: settings.network,
    blurFaces: settings.blurFaces,
    slowMotion: settings.slowMotion,
    keepCreditsOfFailed: settings.keepCreditsOfFailed,
    logLevel: settings.logLevel,
    ...(monitor === null ? {} : { monitor }),
    ...(workers === null ? {} : { workers }),
    ...(threads === null ? {} : { threads }),
  };
}
