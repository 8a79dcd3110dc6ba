import { Command } from 'commander';
import { startServer } from '../serve.ts';
import { parseBaseUrl, parseCount, parseList, parsePort, parseUpTo, webhookAllowHelp } from './options.ts';

interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly workers?: number;
  readonly threads?: number;
  readonly deadline?: number;
  readonly publicUrl?: string;
  readonly rateLimit?: number;
  readonly keepCreditsOfFailed?: true;
  readonly webhookHttp?: true;
  readonly webhookAllow?: readonly string[];
  readonly reasons: boolean;
}

/** `stridelab serve`: the Partner API on this machine, until it is told to stop. */
export function serveCommand(signal: AbortSignal): Command {
  return new Command('serve')
    .description('Serve the Partner API; Ctrl+C stops it once running work is put back.')
    .option('--port <number>', 'TCP port, 0 for a free one', parsePort, 8080)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .requiredOption('--data <dir>', 'folder for the store, the uploads and the results (required)')
    .option('--workers <count>', 'analyses at a time (default: one less than the cores)', parseCount)
    .option('--threads <count>', 'threads of one analysis (default: as fill the cores, at most 8)', parseUpTo(64))
    .option('--deadline <seconds>', 'give an analysis up when it takes longer (default: 300)', parseUpTo(86_400))
    .option('--public-url <url>', 'base of the media links, when behind a proxy', parseBaseUrl)
    .option('--keep-credits-of-failed', 'keep the credit of an analysis that fails; it is returned otherwise')
    .option('--rate-limit <count>', 'requests that a partner may send in a minute (default: no limit)', parseCount)
    .option('--webhook-http', 'let webhooks go to http: addresses too')
    .option('--webhook-allow <list>', webhookAllowHelp, parseList)
    .option('--no-reasons', 'leave out why an analysis failed, as the vendor does')
    .action(async (options: ServeOptions) => {
      const { port, host, data, workers, threads, deadline, publicUrl, reasons } = options;
      const { keepCreditsOfFailed, rateLimit, webhookHttp, webhookAllow } = options;
      const server = await startServer({
        port,
        host,
        dataDir: data,
        tellReasons: reasons,
        ...(workers === undefined ? {} : { workers }),
        ...(threads === undefined ? {} : { threads }),
        ...(deadline === undefined ? {} : { deadlineMs: 1000 * deadline }),
        ...(publicUrl === undefined ? {} : { publicUrl }),
        ...(keepCreditsOfFailed === undefined ? {} : { keepCreditsOfFailed }),
        ...(rateLimit === undefined ? {} : { requestsPerMinute: rateLimit }),
        ...(webhookHttp === undefined ? {} : { webhookHttp }),
        ...(webhookAllow === undefined ? {} : { webhookAllow }),
        logger: true,
      });
      process.stdout.write(`StrideLab serves the Partner API at ${server.url}\nHealth: ${server.url}/healthz\n`);
      await new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        else signal.addEventListener('abort', () => resolve(), { once: true });
      });
      process.stdout.write('Stopping: running analyses go back to the queue.\n');
      await server.close();
    });
}
