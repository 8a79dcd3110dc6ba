import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningServer } from '../../../server/serve.ts';
import type { ServerOptions } from '../../../server/server-options.ts';
import { startWatchedServer } from '../../support/start-watched-server.ts';
import { DataDirTarget } from './data-dir-target.ts';

/** What each word of a `server` line sets. */
const serverWords: Readonly<Record<string, Partial<ServerOptions>>> = {
  idle: { workers: 0 },
  'without-reasons': { tellReasons: false },
  'keep-credits': { keepCreditsOfFailed: true },
  'three-a-minute': { requestsPerMinute: 3 },
  'with-http-webhooks': { webhookHttp: true },
  'with-loopback-webhooks': { webhookHttp: true, webhookAllow: ['127.0.0.0/8'] },
  'with-expired-links': { linkLifetimeS: 0 },
  'with-public-url': { publicUrl: 'https://runs.example.com/gait/' },
};

/** Starts the real server for one file of cases, on a folder of its own. @throws Error for a word that is not known. */
export async function startLocalTarget(words: readonly string[]): Promise<DataDirTarget> {
  const unknown = words.find((word) => !Object.hasOwn(serverWords, word));
  if (unknown !== undefined) throw new Error(`\`server ${unknown}\` is not understood`);
  const dataDir = await mkdtemp(join(tmpdir(), 'stridelab-cases-'));
  const options = Object.assign({ workers: 1 }, ...words.map((word) => serverWords[word])) as Partial<ServerOptions>;
  const server = await startWatchedServer({ port: 0, dataDir, ...options });
  return new LocalTarget(server, dataDir, options.workers === 0);
}

class LocalTarget extends DataDirTarget {
  readonly #server: RunningServer;

  constructor(server: RunningServer, dataDir: string, idle: boolean) {
    super(server.url, dataDir, idle);
    this.#server = server;
  }

  override async close(): Promise<void> {
    await this.#server.close().finally(() => rm(this.dataDir, { recursive: true, force: true }));
  }
}
