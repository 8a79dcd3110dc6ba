import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import { type LogLine, Machine } from '../../bench/reliability/machines/machine.ts';
import { openDataDir } from '../../server/store/data-dir.ts';
import { openStores } from '../../server/store/open-stores.ts';
import { newAnalysis } from '../stores/new-analysis.ts';
import { emptySchema, sharedPostgres } from '../support/shared-postgres.ts';
import { tempDir } from '../support/temp-dir.ts';

const postgres = await sharedPostgres();
const leaseMs = 2000;
const analysisMs = 3000;
const timeout = 60_000;

/** One analysis, which the first of two workers runs. */
async function oneAtWork() {
  const databaseUrl = await emptySchema(postgres ?? '');
  const dataDir = tempDir();
  const dir = openDataDir(dataDir);
  const stores = await openStores({ dir, databaseUrl });
  onTestFinished(() => stores.close());
  const { partnerId } = await stores.accounts.createKey({ partner: 'Acme', label: null, credits: 1 }, 1);
  writeFileSync(join(dir.uploadsDir, 'upload-a'), 'video');
  await stores.analyses.add(newAnalysis('a', partnerId, { createdAtMs: Date.now() }));
  const start = (): Machine => {
    const role = { role: 'worker', host: '127.0.0.1', databaseUrl, dataDir, leaseMs } as const;
    const worker = new Machine(null, role, analysisMs);
    onTestFinished(() => worker.close());
    return worker;
  };
  const first = start();
  await first.said(begins(1));
  const second = start();
  await second.ready();
  const ended = () =>
    vi.waitUntil(
      async () => {
        const record = await stores.analyses.find(partnerId, 'a');
        return record !== null && ['success', 'failed'].includes(record.status) && record;
      },
      { timeout, interval: 100 },
    );
  const balance = async (): Promise<number> => (await stores.credits.balance(partnerId)).balance;
  const lostRuns = async (): Promise<number> => {
    const [{ crashes }] = await stores.database.query<{ readonly crashes: number }>('SELECT crashes FROM analyses');
    return crashes;
  };
  /** Paths below a folder of the data folder. */
  const filesIn = (folder: string): string[] => {
    const root = join(dataDir, folder);
    return existsSync(root) ? readdirSync(root, { recursive: true, encoding: 'utf8' }) : [];
  };
  return { first, second, ended, balance, lostRuns, filesIn };
}

const begins =
  (attempt: number) =>
  (line: LogLine): boolean =>
    line.msg === 'analysis began' && line.attempt === attempt;

it.skipIf(postgres === null)(
  'the analysis of a worker that is killed is run by another',
  async () => {
    const { first, second, ended, balance, lostRuns, filesIn } = await oneAtWork();
    const killedMs = Date.now();
    first.signal('SIGKILL');
    const { atMs } = await second.said(begins(2));
    // Not before it can be lost; how soon after is for the bench to say, on a machine that does nothing else.
    expect(atMs - killedMs).toBeLessThan(leaseMs + 5000);
    expect(await ended()).toMatchObject({ status: 'success', attempt: 2 });
    expect(await balance()).toBe(0);
    expect(await lostRuns()).toBe(1);
    await vi.waitUntil(() => filesIn('uploads').length === 0, { timeout: 20_000 });
  },
  timeout,
);

it.skipIf(postgres === null)(
  'a worker that was frozen past its lease is refused when it wakes, and leaves the other’s files alone',
  async () => {
    const { first, second, ended, filesIn } = await oneAtWork();
    first.signal('SIGSTOP');
    await second.said(begins(2));
    // What the frozen worker had begun is done meanwhile, in a process that was not frozen.
    await sleep(analysisMs / 2);
    first.signal('SIGCONT');
    const refused = await first.said((line) => line.msg === 'analysis ended' && line.attempt === 1);
    expect(refused.end).toBe('taken over');
    expect(await ended()).toMatchObject({ status: 'success', attempt: 2 });
    await vi.waitUntil(() => filesIn('uploads').length === 0, { timeout: 20_000 });
    const kept = filesIn('media').filter((path) => /\.\w+$/.test(path));
    expect(kept).toHaveLength(3);
  },
  timeout,
);

it.skipIf(postgres === null)(
  'a worker that is told to stop hands its analysis back at once, which costs it none of its attempts',
  async () => {
    const { first, second, ended, lostRuns } = await oneAtWork();
    const toldMs = Date.now();
    await first.close();
    const handed = await first.said((line) => line.msg === 'analysis ended' && line.attempt === 1);
    expect(handed.end).toBe('handed back');
    const { atMs } = await second.said(begins(2));
    expect(atMs - toldMs).toBeLessThan(leaseMs + 5000);
    expect(await ended()).toMatchObject({ status: 'success', attempt: 2 });
    expect(await lostRuns()).toBe(0);
  },
  timeout,
);
