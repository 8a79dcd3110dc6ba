import { availableParallelism } from 'node:os';
import { type Logger, pino } from 'pino';
import { builtEntry } from '../engine/built-entry.ts';
import type { NetworkId } from '../models/registry.ts';
import type { LogLevel } from './config/settings.ts';
import { freeBytes, leastFree } from './http/free-bytes.ts';
import { AnalysisProcess } from './jobs/analysis-process.ts';
import { openQueue } from './jobs/open-queue.ts';
import { defaultLeaseMs, defaultWorkers, idleWithin } from './jobs/queue-options.ts';
import { logOutput } from './logs/log-output.ts';
import { OutageLog, outageOf } from './logs/outage-log.ts';
import { redactSecrets } from './logs/redact-secrets.ts';
import { boundedDisk } from './monitoring/bounded-disk.ts';
import { Readiness } from './monitoring/readiness.ts';
import { ServerMetrics } from './monitoring/server-metrics.ts';
import { type MonitorPlace, startMonitor } from './monitoring/start-monitor.ts';
import { PeriodicTask } from './periodic-task.ts';
import { openDataDir } from './store/data-dir.ts';
import { foldersOf, type MediaPlace, openMedia } from './store/media/open-media.ts';
import { markThere } from './store/media/require-mounted.ts';
import { requireSharedMedia } from './store/media/require-shared-media.ts';
import { requireWritableMedia } from './store/media/require-writable-media.ts';
import { openStores } from './store/open-stores.ts';

export interface WorkerOptions {
  /** Folder of the uploads and the pictures, shared with the servers, or where they lie elsewhere, of what is under way. */
  readonly dataDir: string;
  /** Of the PostgreSQL database that the servers use. */
  readonly databaseUrl: string;
  /** Where uploads and pictures lie; in the data folder by default. */
  readonly media?: MediaPlace;
  /** Analyses at a time; one less than the cores by default, at least one and at most eight. */
  readonly workers?: number;
  readonly deadlineMs?: number;
  readonly leaseMs?: number;
  readonly mostLostRuns?: number;
  readonly threads?: number;
  readonly keepCreditsOfFailed?: boolean;
  readonly network?: NetworkId;
  /** Whether runners are made unrecognisable in the annotated video and the thumbnail; false by default. */
  readonly blurFaces?: boolean;
  /** Whether annotated videos end with a stride in slow motion; false by default. */
  readonly slowMotion?: boolean;
  readonly logLevel?: LogLevel;
  /** How often what workers of this machine left behind that are gone is looked for, milliseconds; an hour by default. */
  readonly leftoverAgeMs?: number;
  /** Where this process tells how it is; nowhere by default. */
  readonly monitor?: MonitorPlace;
  /** The module of the processes that analyse, as built JavaScript; our own by default. */
  readonly workerEntry?: URL;
}

export interface RunningWorker {
  /** How many analyses it runs at a time. */
  readonly workers: number;
  /** Base URL of the monitor; null where there is none. */
  readonly monitorUrl: string | null;
  /** Takes no more, and puts what runs back to wait. */
  close(): Promise<void>;
}

const defaultLeftoverAgeMs = 3_600_000;
/** How often a worker says that it is alive. */
const reportMs = 60_000;

/**
 * Runs the analyses that servers on the same database have taken in.
 *
 * @throws StrideError `data_dir_unusable`, `database_unusable`, `media_place_unusable`, `media_not_shared`, `media_of_another_store`.
 */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { databaseUrl } = options;
  const dir = openDataDir(options.dataDir);
  const logger = loggerAt(options.logLevel ?? 'silent');
  const workers = options.workers ?? defaultWorkers();
  const metrics = new ServerMetrics();
  const stores = await openStores({
    dir,
    databaseUrl,
    postgres: { idleMs: idleWithin(options.leaseMs ?? defaultLeaseMs) },
    keepCreditsOfFailed: options.keepCreditsOfFailed ?? false,
    onChange: (change) => metrics.analysisChanged(change),
  });
  let closeMedia = async (): Promise<void> => undefined;
  let closeQueue = async (): Promise<void> => undefined;
  try {
    const { media, outer, scratch, watch, sweepScratch, close } = openMedia(dir, options.media);
    closeMedia = close;
    await requireSharedMedia(stores.database, media, outer);
    await requireWritableMedia(media);
    const lookAtMedia = watch(await markThere(stores.database));
    const network = options.network ?? 'blazepose-full';
    const entry = options.workerEntry ?? builtEntry(import.meta.url, './jobs/analysis-worker.js');
    const queue = await openQueue(databaseUrl, {
      store: stores.analyses,
      media,
      workers,
      deadlineMs: options.deadlineMs ?? 300_000,
      leaseMs: options.leaseMs ?? defaultLeaseMs,
      mostLostRuns: options.mostLostRuns ?? 3,
      threads: options.threads ?? null,
      now: Date.now,
      network,
      blurFaces: options.blurFaces ?? false,
      slowMotion: options.slowMotion ?? false,
      logger,
      outage: new OutageLog(outageOf('the store'), logger),
      newAnalyser: () => new AnalysisProcess(entry),
      freeBytes: () => freeBytes(scratch),
    });
    closeQueue = () => queue.close();
    const disk = boundedDisk(() => leastFree(foldersOf(dir, options.media)));
    const readiness = new Readiness({
      database: stores.database,
      disk,
      media: boundedDisk(lookAtMedia),
      minFreeBytes: 0,
      worker: { entry, network },
      queueFault: () => queue.fault(),
      logger,
    });
    const queueFault = () => queue.fault();
    const watched = { metrics, readiness, database: stores.database, disk, queueFault, now: Date.now };
    const monitor = options.monitor === undefined ? null : await startMonitor(options.monitor, watched);
    const leftovers = new PeriodicTask({
      periodMs: options.leftoverAgeMs ?? defaultLeftoverAgeMs,
      act: async () => sweepScratch(),
      complaint: 'what workers left behind could not be swept up',
      logger,
    });
    queue.start();
    leftovers.start();
    logger.info({ workers, cores: availableParallelism() }, 'worker began');
    const report = setInterval(() => logger.info({ running: queue.running() }, 'worker alive'), reportMs);
    return {
      workers,
      monitorUrl: monitor?.url ?? null,
      close: async () => {
        readiness.stop();
        clearInterval(report);
        await queue.close();
        await leftovers.close();
        await monitor?.close();
        await closeMedia();
        await stores.close();
        logger.info('worker ended');
      },
    };
  } catch (error) {
    await closeQueue();
    await closeMedia();
    await stores.close();
    throw error;
  }
}

const loggerAt = (level: LogLevel): Logger => pino({ level, hooks: { streamWrite: redactSecrets } }, logOutput());
