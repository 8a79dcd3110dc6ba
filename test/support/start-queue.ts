import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fastify } from 'fastify';
import { onTestFinished, vi } from 'vitest';
import type { AnalysisType } from '../../server/contract/schemas/start.ts';
import { AnalysisProcess } from '../../server/jobs/analysis-process.ts';
import { openQueue } from '../../server/jobs/open-queue.ts';
import { OutageLog, outageOf } from '../../server/logs/outage-log.ts';
import { openDataDir } from '../../server/store/data-dir.ts';
import { openMedia } from '../../server/store/media/open-media.ts';
import { openDatabase } from '../../server/store/open-database.ts';
import { SqlAnalysisStore } from '../../server/store/sql-analysis-store.ts';
import { SqlCreditLedger } from '../../server/store/sql-credit-ledger.ts';
import { addPartner } from './add-partner.ts';
import { emptySchema, sharedPostgres } from './shared-postgres.ts';
import { tempDir } from './temp-dir.ts';

// Processes that end in each of the ways a real one can; the upload's name says how. Their machine's disk is full while a file beside them is there.
const worker = `
  import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
  const tell = (message) => process.send(message);
  let running = null;
  process.on('disconnect', () => process.exit());
  process.on('message', ({ type, job }) => {
    if (type === 'abort') {
      if (running !== null) tell({ type: 'failed', code: 'aborted', message: '', stack: '' });
      running = null;
      return;
    }
    const how = job.videoPath.split('/').at(-1).split('.')[0];
    mkdirSync(job.mediaDir, { recursive: true });
    writeFileSync(job.mediaDir + '/made.mp4', 'made');
    tell({ type: 'progress', percentage: 41.9 });
    if (existsSync(new URL(import.meta.url + '.full'))) setTimeout(() => tell({ type: 'no room', message: 'ENOSPC' }), 300);
    else if (how === 'throw') setImmediate(() => { throw new Error('secret /path'); });
    else if (how === 'exit') process.exit(3);
    else if (how === 'crash') process.abort();
    else if (how === 'spin') for (;;);
    else if (how === 'wait') running = job;
    else if (how === 'coded') tell({ type: 'failed', code: 'no_person', message: 'No person', stack: '' });
    else if (how === 'model') tell({ type: 'failed', code: 'model_unavailable', message: 'secret /path', stack: '' });
    else if (how === 'uncoded') tell({ type: 'failed', code: null, message: 'secret /path', stack: 'secret' });
    else if (how === 'seen') tell({ type: 'done', result: { view: job.view, fullBody: job.fullBody } });
    else tell({ type: 'done', result: { how } });
  });
`;

export interface QueueSetup {
  readonly deadlineMs?: number;
  readonly workers?: number;
  readonly leaseMs?: number;
  readonly freeBytes?: () => Promise<number>;
  /** Another machine on the same store and folder. */
  readonly beside?: { readonly root: string; readonly databaseUrl: string | null; readonly partnerId: string };
}

const postgres = await sharedPostgres();

/** Both queues; that of several machines needs a PostgreSQL server. */
export const queueKinds = [
  { kind: 'embedded', isThere: true },
  { kind: 'engine', isThere: postgres !== null },
] as const;

/** Starts a queue on a store of its own. */
export async function startQueueOn(
  kind: 'embedded' | 'engine',
  { deadlineMs = 60_000, workers = 1, leaseMs = 30_000, beside, freeBytes = async () => 1e12 }: QueueSetup,
) {
  const databaseUrl = beside?.databaseUrl ?? (kind === 'embedded' ? null : await emptySchema(postgres ?? ''));
  const root = beside?.root ?? tempDir();
  const dir = openDataDir(root);
  const entry = join(root, `worker-${randomUUID()}.mjs`);
  writeFileSync(entry, worker);
  const database = await openDatabase(dir, databaseUrl);
  const partnerId = beside?.partnerId ?? (await addPartner(database));
  const store = new SqlAnalysisStore(database);
  const { media, scratch, close: closeMedia } = openMedia(dir);
  const queue = await openQueue(databaseUrl, {
    store,
    media,
    workers,
    deadlineMs,
    leaseMs,
    mostLostRuns: 3,
    threads: null,
    now: Date.now,
    network: 'blazepose-full',
    blurFaces: false,
    slowMotion: false,
    logger: fastify().log,
    outage: new OutageLog(outageOf('the store'), fastify().log),
    newAnalyser: () => new AnalysisProcess(pathToFileURL(entry)),
    freeBytes,
  });
  queue.start();
  const close = async (): Promise<void> => {
    await queue.close();
    await closeMedia();
    await database.close();
  };
  onTestFinished(close);
  const add = async (id: string, analysisType: AnalysisType = 'side_view', owner = partnerId): Promise<void> => {
    const uploadName = `${id}.upload`;
    writeFileSync(join(dir.uploadsDir, uploadName), 'video');
    await store.add({
      id,
      partnerId: owner,
      analysisType,
      subjectId: null,
      heightM: 1.7,
      weightKg: 70,
      pace: null,
      language: 'en',
      treadmill: false,
      fullBody: true,
      notifyViaWebhook: false,
      uploadName,
      clipName: null,
      requestId: null,
      createdAtMs: Date.now(),
    });
    queue.add(id);
  };
  const find = async (id: string) => (await store.find(partnerId, id))!;
  const ended = (id: string) =>
    vi.waitUntil(async () => ['success', 'failed'].includes((await find(id)).status) && find(id), { timeout: 20_000 });
  const uploadIsThere = (id: string) => existsSync(join(dir.uploadsDir, `${id}.upload`));
  const madeBy = (id: string, attempt: number) => join(dir.mediaDir, id, String(attempt), 'made.mp4');
  const underWay = () => readdirSync(scratch);
  const credits = new SqlCreditLedger(database);
  const fillDisk = () => writeFileSync(`${entry}.full`, '');
  const clearDisk = () => rmSync(`${entry}.full`);
  return {
    add,
    find,
    ended,
    uploadIsThere,
    madeBy,
    underWay,
    credits,
    fillDisk,
    clearDisk,
    close,
    dir,
    media,
    queue,
    database,
    store,
    root,
    databaseUrl,
    partnerId,
  };
}
