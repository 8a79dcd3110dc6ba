import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { builtEntry } from '../engine/built-entry.ts';
import { expiredSessionSweep } from './accounts/expired-session-sweep.ts';
import type { ConsoleContext } from './console/console-context.ts';
import { readConsolePages } from './console/pages/console-pages.ts';
import { failureReason } from './contract/errors.ts';
import { Admission, defaultAdmissionLimits, wantedBytes } from './http/admission.ts';
import { createServer } from './http/create-server.ts';
import { freeBytes, leastFree } from './http/free-bytes.ts';
import { defaultHttpLimits } from './http/http-limits.ts';
import { listen } from './http/listen.ts';
import { SignedLinks } from './http/signed-links.ts';
import { StoredVideoIntake } from './http/stored-video-intake.ts';
import { AnalysisProcess } from './jobs/analysis-process.ts';
import type { JobQueue } from './jobs/job-queue.ts';
import { openQueue } from './jobs/open-queue.ts';
import { defaultLeaseMs, defaultWorkers, idleWithin } from './jobs/queue-options.ts';
import { OutageLog, outageOf } from './logs/outage-log.ts';
import { boundedDisk } from './monitoring/bounded-disk.ts';
import { observeDeliveries } from './monitoring/observe-deliveries.ts';
import { observeRequests, observeUploads } from './monitoring/observe-requests.ts';
import { Readiness } from './monitoring/readiness.ts';
import { ServerMetrics } from './monitoring/server-metrics.ts';
import { type RunningMonitor, startMonitor } from './monitoring/start-monitor.ts';
import { PeriodicTask } from './periodic-task.ts';
import { eraseAnalysis } from './privacy/erase-analysis.ts';
import { retentionSweep } from './privacy/retention-sweep.ts';
import type { ServerOptions } from './server-options.ts';
import { openDataDir } from './store/data-dir.ts';
import { lockDataDir } from './store/data-dir-lock.ts';
import { explainStoreError } from './store/explain-store-error.ts';
import { readFrameData } from './store/frame-data-file.ts';
import { foldersOf, mediaInDataDir, openMedia } from './store/media/open-media.ts';
import { markThere, picturesThere, refuseEmptyFolder } from './store/media/require-mounted.ts';
import {
  refuseForeignFiles,
  refuseNewWithinAnother,
  requireSharedMedia,
  takeBackMark,
} from './store/media/require-shared-media.ts';
import { requireWritableMedia } from './store/media/require-writable-media.ts';
import { detailsName, frameDataName } from './store/media-files.ts';
import { openStores } from './store/open-stores.ts';
import { sweepLeftovers } from './store/sweep.ts';
import { WatchedMediaKey } from './store/watched-media-key.ts';
import { addressPolicy } from './webhooks/address-policy.ts';
import { deliveredSweep } from './webhooks/delivered-sweep.ts';
import { openPost } from './webhooks/open-post.ts';
import { sendTestEvent } from './webhooks/send-test-event.ts';
import { webhookUrlRefusal } from './webhooks/url-policy.ts';
import { WebhookCourier } from './webhooks/webhook-courier.ts';

export interface RunningServer {
  /** Base URL with the port that was taken, without a slash at its end. */
  readonly url: string;
  /** Base URL of the monitor; null where there is none. */
  readonly monitorUrl: string | null;
  /** The console, and whether anybody could sign in to it when the server started; null where there is none. */
  readonly console: { readonly url: string; readonly hasPeople: boolean } | null;
  /** Takes no more requests, puts running analyses back to wait, and frees the folder. */
  close(): Promise<void>;
}

/** Of several servers, one may not remove what another has just taken in: so old is nothing that is under way, milliseconds. */
const defaultLeftoverAgeMs = 3_600_000;
/** How long requests that are under way may take once the server closes. */
const closeGraceMs = 5000;

const diskWords = {
  begins: 'starts are put off: the disk is nearly full',
  goesOn: 'starts are still put off: the disk is nearly full',
  ends: 'starts are taken again: the disk has room',
};

/** How long webhook events of other processes may lie before they are seen. */
const eventsPollMs = 1000;

/**
 * Starts the Partner API on a data folder: opens the store, takes up what a crash interrupted, listens, and runs
 * analyses in worker processes.
 *
 * @throws StrideError `data_dir_in_use`, `data_dir_unusable`, `database_unusable`, `media_place_unusable`, `media_not_shared`,
 *   `media_of_another_store`, `address_unavailable`.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const policy = addressPolicy(options.webhookHttp ?? false, options.webhookAllow ?? []);
  const databaseUrl = options.databaseUrl ?? null;
  // With a database of its own the place is held against others below.
  if (databaseUrl === null) await refuseNewWithinAnother(options.dataDir);
  const dir = openDataDir(options.dataDir);
  const leftoverAgeMs = options.leftoverAgeMs ?? defaultLeftoverAgeMs;
  const mostLostRuns = options.mostLostRuns ?? 3;
  // Several servers may share a database and the folder beside it.
  const lock = databaseUrl === null ? lockDataDir(dir) : noLock;
  // Recovering what a crash left changes analyses before there is a courier.
  let courier: WebhookCourier | null = null;
  const metrics = new ServerMetrics();
  const opened = openStores({
    dir,
    databaseUrl,
    postgres: { idleMs: idleWithin(options.leaseMs ?? defaultLeaseMs) },
    keepCreditsOfFailed: options.keepCreditsOfFailed ?? false,
    onChange: (change) => {
      metrics.analysisChanged(change);
      courier?.wake();
    },
  });
  const { accounts, analyses, subjects, webhooks, people, sessions, ...stores } = await orRelease(opened, lock.release);
  const released: (() => Promise<void>)[] = [() => stores.close(), async () => lock.release()];
  const release = async (): Promise<void> => {
    for (const act of released) await act();
  };
  /** What a start that fails ends first. */
  const begun: { close(): Promise<void> }[] = [];
  try {
    const { media, outer, scratch, watch, ...opened } = openMedia(dir, options.media);
    released.unshift(() => opened.close());
    const isElsewhere = databaseUrl !== null || (options.media ?? mediaInDataDir).place !== null;
    const isMarkedNow = isElsewhere && (await requireSharedMedia(stores.database, media, outer));
    // Where others share the database, one of them may have seen the mark by then.
    if (isMarkedNow && databaseUrl === null) begun.push({ close: () => takeBackMark(stores.database, media) });
    // A data folder's own files are nobody else's, unless it was shared by those on a database that was forgotten now, or its store's file is another's.
    if (!isElsewhere) {
      await refuseForeignFiles(stores.database, media);
      await refuseEmptyFolder(stores.database, dir.mediaDir);
    }
    await requireWritableMedia(media);
    const lookAtMedia = watch(
      isElsewhere ? await markThere(stores.database) : picturesThere(stores.database, dir.mediaDir),
    );
    if (databaseUrl === null) {
      // The sweep below removes the uploads of what is given up.
      await analyses.recover(mostLostRuns, failureReason('interrupted_too_often'), Date.now());
    }
    const limits = { ...defaultAdmissionLimits, ...options.limits };
    const erasing = { analyses, files: media, now: Date.now };
    await sweepLeftovers(media, analyses, databaseUrl === null ? Number.POSITIVE_INFINITY : Date.now() - leftoverAgeMs);
    const mediaKey = await WatchedMediaKey.open(dir, stores.database, (error) => outage.failed(error));
    released.unshift(async () => mediaKey.close());
    const disk = boundedDisk(() => leastFree(foldersOf(dir, options.media)));
    const videos = new StoredVideoIntake(media, scratch);
    const post = openPost(policy, Date.now);
    const linkLifetimeS = options.linkLifetimeS ?? 3600;
    const console: ConsoleContext | undefined =
      options.console === false
        ? undefined
        : {
            people,
            sessions,
            analysisPages: stores.analysisPages,
            partnerKeys: stores.partnerKeys,
            usage: stores.usage,
            creditBalance: (partnerId) => stores.credits.balance(partnerId),
            ledgerEnd: stores.ledgerEnd,
            removeWebhook: (partnerId) => webhooks.remove(partnerId),
            testWebhook: (settings) => sendTestEvent(settings, post, { id: randomUUID(), now: Date.now }),
            scratchPath: () => media.scratchPath(),
            details: ({ id, attempt }) => media.open({ id, attempt }, detailsName(id)),
            linkLifetimeS,
            pages: readConsolePages(),
          };
    const app = createServer(
      {
        now: Date.now,
        newId: randomUUID,
        analyses,
        eraseAnalysis: (id, partnerId) => eraseAnalysis({ ...erasing, queue }, id, partnerId),
        subjects,
        videos: observeUploads(videos, metrics),
        frameData: async (run) => {
          const file = await media.open(run, frameDataName(run.id));
          return file === null ? null : readFrameData(file);
        },
        requestsPerMinute: options.requestsPerMinute ?? null,
        accounts,
        webhooks,
        media,
        webhookUrlRefusal: (url) => webhookUrlRefusal(url, policy),
        links: new SignedLinks(mediaKey.current, linkLifetimeS),
        publicUrl: options.publicUrl?.replace(/\/+$/, '') ?? null,
        tellReasons: options.tellReasons ?? true,
        admission: new Admission({
          analyses,
          disk,
          diskLog: { failed: (...told) => diskLog.failed(...told), worked: () => diskLog.worked() },
          onPutOff: (why) => metrics.putOffs.inc({ why }),
          largestUploadBytes: videos.maxBytes,
          limits,
        }),
        unreadiness: () => readiness.unreadiness(),
        onQueued: (id) => queue.add(id),
        console,
      },
      {
        log: options.logLevel ?? false,
        newRequestId: randomUUID,
        watcher: options.watcher,
        limits: {
          ...defaultHttpLimits,
          connections: {
            ...defaultHttpLimits.connections,
            perAddress: options.connectionsPerAddress ?? defaultHttpLimits.connections.perAddress,
          },
        },
        extend: (extended) => observeRequests(extended, metrics),
      },
    );
    const outage = new OutageLog(outageOf('the store'), app.log);
    const diskLog = new OutageLog(diskWords, app.log);
    const sender = new WebhookCourier({
      store: observeDeliveries(webhooks, metrics),
      post,
      now: Date.now,
      random: Math.random,
      logger: app.log,
      outage,
      ...(databaseUrl === null ? {} : { longestSleepMs: eventsPollMs }),
    });
    const sweep = deliveredSweep({ store: webhooks, now: Date.now, logger: app.log });
    const workers = options.workers ?? defaultWorkers();
    const network = options.network ?? 'blazepose-full';
    const entry = options.workerEntry ?? builtEntry(import.meta.url, './jobs/analysis-worker.js');
    const queue: JobQueue = await openQueue(databaseUrl, {
      store: analyses,
      media,
      workers,
      deadlineMs: options.deadlineMs ?? 300_000,
      leaseMs: options.leaseMs ?? defaultLeaseMs,
      mostLostRuns,
      threads: options.threads ?? null,
      now: Date.now,
      network,
      blurFaces: options.blurFaces ?? false,
      slowMotion: options.slowMotion ?? false,
      logger: app.log,
      outage,
      newAnalyser: () => new AnalysisProcess(entry),
      freeBytes: () => freeBytes(scratch),
    });
    begun.push(queue);
    const readiness = new Readiness({
      database: stores.database,
      disk,
      media: boundedDisk(lookAtMedia),
      minFreeBytes: wantedBytes(limits, videos.maxBytes),
      worker: workers === 0 ? null : { entry, network },
      queueFault: () => queue.fault(),
      logger: app.log,
    });
    const retention =
      options.retentionMs === undefined
        ? null
        : retentionSweep({ ...erasing, queue, lifetimeMs: options.retentionMs, logger: app.log });
    const queueFault = () => queue.fault();
    const watched = { metrics, readiness, database: stores.database, disk, queueFault, now: Date.now };
    const monitor = options.monitor === undefined ? null : await startMonitor(options.monitor, watched);
    if (monitor !== null) begun.push(monitor);
    const leftovers = new PeriodicTask({
      periodMs: leftoverAgeMs,
      act: async () => {
        opened.sweepScratch();
        await sweepLeftovers(media, analyses, Date.now() - leftoverAgeMs);
      },
      complaint: 'what runs left behind could not be swept up',
      logger: app.log,
    });
    const signedOut = console === undefined ? null : expiredSessionSweep({ sessions, now: Date.now, logger: app.log });
    // Whatever may still fail comes before it listens.
    const hasPeople = console !== undefined && (await people.list()).length > 0;
    const url = await listen(app, options.port, options.host ?? '127.0.0.1');
    queue.start();
    courier = sender;
    sender.wake();
    sweep.start();
    retention?.start();
    leftovers.start();
    signedOut?.start();
    const periodic = [sweep, leftovers, ...[retention, signedOut].filter((task) => task !== null)];
    const parts: Parts = { app, queue, courier: sender, periodic, readiness, monitor };
    return {
      url,
      monitorUrl: monitor?.url ?? null,
      console: console === undefined ? null : { url: `${url}/console`, hasPeople },
      close: once(() => closeAll(parts, options.stopDelayMs ?? 0, release)),
    };
  } catch (error) {
    for (const part of begun) await part.close();
    await release();
    throw explainStoreError(error);
  }
}

interface Parts {
  readonly app: FastifyInstance;
  readonly queue: JobQueue;
  readonly courier: WebhookCourier;
  readonly periodic: readonly PeriodicTask[];
  readonly readiness: Readiness;
  readonly monitor: RunningMonitor | null;
}

/** Says first that it is not ready, then takes no more connections, then hands its work back; the monitor ends last. */
async function closeAll(parts: Parts, stopDelayMs: number, release: () => Promise<void>): Promise<void> {
  const { app, queue, courier, periodic, readiness, monitor } = parts;
  readiness.stop();
  if (stopDelayMs > 0) await sleep(stopDelayMs);
  const timer = setTimeout(() => app.server.closeAllConnections(), closeGraceMs);
  await Promise.all([app.close(), queue.close()]);
  clearTimeout(timer);
  await Promise.all([courier, ...periodic].map((part) => part.close()));
  await monitor?.close();
  await release();
}

const noLock = { release: (): void => undefined };

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => {
    done ??= act();
    return done;
  };
}

async function orRelease<T>(opening: Promise<T>, releaseIt: () => void): Promise<T> {
  try {
    return await opening;
  } catch (error) {
    releaseIt();
    throw error;
  }
}
