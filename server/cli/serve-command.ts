import { Command } from 'commander';
import { mediaPlace } from '../config/media-place.ts';
import { monitorPlace } from '../config/monitor-place.ts';
import { requireStorePlace } from '../config/require-store-place.ts';
import type { Settings } from '../config/settings.ts';
import { type RunningServer, startServer } from '../serve.ts';
import type { ServerOptions } from '../server-options.ts';
import { namedByOptions } from './address-options.ts';
import { addSettingOptions, loadedSettings } from './setting-options.ts';
import { stopDelayNotice } from './stop-delay-notice.ts';
import { untilAborted } from './until-aborted.ts';

/** `stridelab serve`: the Partner API on this machine, until it is told to stop. */
export function serveCommand(signal: AbortSignal): Command {
  const command = new Command('serve').description(
    'Serve the Partner API; on Ctrl+C, running analyses go back into the queue.',
  );
  return addSettingOptions(command, ['serve']).action(async () => {
    const settings = loadedSettings(command).values;
    const notice = stopDelayNotice(settings.stopDelay, process.env);
    if (notice !== null) process.stderr.write(`${notice}\n`);
    const server = await namedByOptions(startServer(serverOptions(settings)));
    process.stdout.write(`StrideLab serves the Partner API at ${server.url}\nHealth: ${server.url}/healthz\n`);
    if (server.monitorUrl !== null) process.stdout.write(`Metrics: ${server.monitorUrl}/metrics\n`);
    if (server.console !== null)
      process.stdout.write(consoleLines(server.console, settings.database === null ? '--data' : '--database'));
    await untilAborted(signal);
    process.stdout.write('Stopping: running analyses go back to the queue.\n');
    await server.close();
  });
}

const consoleLines = ({ url, hasPeople }: NonNullable<RunningServer['console']>, store: '--data' | '--database') =>
  `Console: ${url}\n${hasPeople ? '' : `Nobody can sign in to it yet: stridelab people add NAME --partner PARTNER, with the same ${store}.\n`}`;

/** What the server is told of the settings. */
function serverOptions(settings: Settings): ServerOptions {
  const { port, host, workers, threads, deadline, network, publicUrl, linkLifetime, rateLimit, reasons } = settings;
  const monitor = monitorPlace(settings);
  return {
    port,
    host,
    dataDir: requireStorePlace(settings),
    media: mediaPlace(settings),
    deadlineMs: 1000 * deadline,
    leaseMs: 1000 * settings.lease,
    mostLostRuns: settings.attempts,
    limits: {
      waitingOfPartner: settings.waitingOfPartner,
      waiting: settings.waiting,
      uploads: settings.uploads,
      freeBytes: settings.freeDisk * 1024 * 1024,
    },
    network,
    blurFaces: settings.blurFaces,
    slowMotion: settings.slowMotion,
    connectionsPerAddress: settings.connectionsPerAddress,
    linkLifetimeS: linkLifetime,
    tellReasons: reasons,
    keepCreditsOfFailed: settings.keepCreditsOfFailed,
    console: settings.console,
    webhookHttp: settings.webhookHttp,
    webhookAllow: settings.webhookAllow,
    ...(settings.database === null ? {} : { databaseUrl: settings.database }),
    ...(workers === null ? {} : { workers }),
    ...(threads === null ? {} : { threads }),
    ...(publicUrl === null ? {} : { publicUrl }),
    ...(settings.retentionDays === null ? {} : { retentionMs: settings.retentionDays * 86_400_000 }),
    ...(rateLimit === null ? {} : { requestsPerMinute: rateLimit }),
    stopDelayMs: 1000 * settings.stopDelay,
    ...(monitor === null ? {} : { monitor }),
    logLevel: settings.logLevel,
  };
}
