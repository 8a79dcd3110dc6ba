import { Command } from 'commander';
import { startServer } from '../serve.ts';
import { parseBaseUrl, parseCount, parsePort } from './options.ts';

interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly workers?: number;
  readonly publicUrl?: string;
  readonly rateLimit?: number;
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
    .option('--public-url <url>', 'base of the media links, when behind a proxy', parseBaseUrl)
    .option('--rate-limit <count>', 'requests that a partner may send in a minute (default: any number)', parseCount)
    .option('--no-reasons', 'leave out why an analysis failed, as the vendor does')
    .action(async ({ port, host, data, workers, publicUrl, rateLimit, reasons }: ServeOptions) => {
      const server = await startServer({
        port,
        host,
        dataDir: data,
        tellReasons: reasons,
        ...(workers === undefined ? {} : { workers }),
        ...(publicUrl === undefined ? {} : { publicUrl }),
        ...(rateLimit === undefined ? {} : { requestsPerMinute: rateLimit }),
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
