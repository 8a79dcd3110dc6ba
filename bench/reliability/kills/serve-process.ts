import { builtEntry } from '../../../engine/built-entry.ts';
import { startServer } from '../../../server/serve.ts';
import type { ServerOptions } from '../../../server/server-options.ts';

// The entry of a server that is killed: the real one, with analyses that are made up. Its options come as JSON.
const [given = '{}'] = process.argv.slice(2);
const server = await startServer({
  port: 0,
  logLevel: 'info',
  webhookHttp: true,
  webhookAllow: ['127.0.0.0/8'],
  // A small disk is to fill up, not to put starts off before it does.
  limits: { freeBytes: 0 },
  workerEntry: builtEntry(import.meta.url, '../emulated-analyser.js'),
  ...(JSON.parse(given) as Omit<ServerOptions, 'port'>),
});
process.stdout.write(`listening at ${server.url}\n`);
process.once('SIGTERM', () => void server.close());
