import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { fastify } from 'fastify';
import pg from 'pg';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { addPartner } from '../../test/support/add-partner.ts';
import { emptySchema, sharedPostgres } from '../../test/support/shared-postgres.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import type { AnalysisType } from '../contract/schemas/start.ts';
import { OutageLog, outageOf } from '../logs/outage-log.ts';
import { openDataDir } from '../store/data-dir.ts';
import { openMedia } from '../store/media/open-media.ts';
import { openDatabase } from '../store/open-database.ts';
import { SqlAnalysisStore } from '../store/sql-analysis-store.ts';
import { SqlCreditLedger } from '../store/sql-credit-ledger.ts';
import { AnalysisProcess } from './analysis-process.ts';
import { openQueue } from './open-queue.ts';
import { lostRuns } from './queue-options.ts';

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

interface Setup {
  readonly deadlineMs?: number;
  readonly workers?: number;
  readonly leaseMs?: number;
  readonly freeBytes?: () => Promise<number>;
  /** Another machine on the same store and folder. */
  readonly beside?: { readonly root: string; readonly databaseUrl: string | null; readonly partnerId: string };
}

const postgres = await sharedPostgres();

/** Starts a queue on a store of its own. */
async function startQueueOn(
  kind: 'embedded' | 'engine',
  { deadlineMs = 60_000, workers = 1, leaseMs = 30_000, beside, freeBytes = async () => 1e12 }: Setup,
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

describe.each([
  { kind: 'embedded', isThere: true },
  { kind: 'engine', isThere: postgres !== null },
] as const)('the $kind queue', ({ kind, isThere }) => {
  if (!isThere) return void it('runs analyses', (context) => context.skip('needs a PostgreSQL server'));
  const startQueue = (setup: Setup = {}) => startQueueOn(kind, setup);

  it('runs what waits and keeps what came out, the upload aside', async () => {
    const { add, ended, uploadIsThere, madeBy, underWay } = await startQueue();
    await add('done');
    expect(await ended('done')).toMatchObject({ status: 'success', percentage: 100, result: { how: 'done' } });
    await vi.waitUntil(() => !uploadIsThere('done'), { timeout: 20_000 });
    expect(existsSync(madeBy('done', 1))).toBe(true);
    expect(underWay()).toEqual([]);
  });

  it('keeps what came out of a run that a full disk holds up for longer than its lease, and counts no run as lost', async () => {
    const { add, ended, store, find, database, queue } = await startQueue({ leaseMs: 900 });
    const full = Object.assign(new Error('database or disk is full'), {
      code: kind === 'engine' ? '53100' : 'SQLITE_FULL',
    });
    const succeed = vi.spyOn(store, 'succeed').mockRejectedValue(full);
    const renew = vi.spyOn(store, kind === 'engine' ? 'holds' : 'renew').mockRejectedValue(full);
    await add('done');
    await vi.waitUntil(() => succeed.mock.calls.length > 0, { timeout: 20_000 });
    await sleep(2500);
    expect(await find('done')).toMatchObject({ status: 'analyzing', attempt: 1 });
    expect(queue.running()).toBe(1);
    for (const spy of [succeed, renew]) spy.mockRestore();
    expect(await ended('done')).toMatchObject({ status: 'success', attempt: 1, result: { how: 'done' } });
    expect(await database.query('SELECT crashes FROM analyses')).toEqual([{ crashes: 0 }]);
  });

  it('has what finds no room wait with all others, and runs it once there is some, without a step back', async () => {
    const { add, find, ended, queue, fillDisk, clearDisk, underWay, credits, partnerId, database, uploadIsThere } =
      await startQueue({ workers: 2 });
    await credits.grant(partnerId, { amount: 2, note: null }, Date.now());
    fillDisk();
    await add('full');
    await vi.waitUntil(async () => queue.fault() !== null && (await find('full')).status === 'pending', {
      timeout: 20_000,
    });
    expect(queue.fault()).toMatchObject({ of: 'disk', error: { message: 'ENOSPC' } });
    await vi.waitUntil(() => queue.running() === 0 && underWay().length === 0, { timeout: 5000 });
    expect(await find('full')).toMatchObject({ percentage: 41, attempt: 1 });
    await add('next');
    await sleep(300);
    expect(await find('next')).toMatchObject({ status: 'pending', attempt: 0 });
    // The next try finds none either.
    await vi.waitUntil(async () => (await find('full')).attempt > 1 || (await find('next')).attempt > 0, {
      timeout: 20_000,
    });
    expect((await find('full')).percentage).toBe(41);
    clearDisk();
    for (const id of ['full', 'next']) expect((await ended(id)).status).toBe('success');
    await vi.waitUntil(() => queue.fault() === null && !uploadIsThere('full'), { timeout: 20_000 });
    expect((await credits.balance(partnerId)).balance).toBe(0);
    expect(await database.query('SELECT SUM(crashes) AS lost FROM analyses')).toEqual([{ lost: 0 }]);
  });

  it('closes at once while it waits for room', async () => {
    const { add, find, queue, fillDisk, uploadIsThere } = await startQueue();
    fillDisk();
    await add('full');
    await vi.waitUntil(async () => queue.fault() !== null && (await find('full')).status === 'pending', {
      timeout: 20_000,
    });
    const beganMs = performance.now();
    await queue.close();
    expect(performance.now() - beganMs).toBeLessThan(5000);
    expect((await find('full')).status).toBe('pending');
    expect(uploadIsThere('full')).toBe(true);
  });

  if (kind === 'engine')
    it('leaves what it has no room for to another machine', async () => {
      const full = await startQueue({ workers: 2, freeBytes: async () => 0 });
      full.fillDisk();
      await full.add('first');
      await vi.waitUntil(() => full.queue.fault() !== null, { timeout: 20_000 });
      const { root, databaseUrl, partnerId } = full;
      const other = await startQueue({ beside: { root, databaseUrl, partnerId } });
      for (const id of ['second', 'third']) await full.add(id);
      for (const id of ['first', 'second', 'third']) expect((await other.ended(id)).status).toBe('success');
      const begun = await Promise.all(['first', 'second', 'third'].map(async (id) => (await other.find(id)).attempt));
      expect(begun).toEqual([2, 1, 1]);
      expect(full.queue.fault()).toMatchObject({ of: 'disk' });
      expect(other.queue.fault()).toBeNull();
    });

  it('fails an analysis whose outcome can never be kept, gives its credit back, and works on', async () => {
    const { add, ended, media, store, credits, partnerId, uploadIsThere, madeBy, underWay } = await startQueue();
    await credits.grant(partnerId, { amount: 2, note: null }, Date.now());
    const balance = async () => (await credits.balance(partnerId)).balance;
    vi.spyOn(media, 'keep').mockRejectedValueOnce(Object.assign(new Error('permission denied'), { code: 'EACCES' }));
    await add('done');
    expect((await ended('done')).reason?.code).toBe('internal_error');
    vi.spyOn(store, 'succeed').mockRejectedValueOnce(Object.assign(new Error('too large'), { code: 'SQLITE_TOOBIG' }));
    await add('large');
    expect((await ended('large')).reason?.code).toBe('internal_error');
    expect(await balance()).toBe(2);
    const isLeft = () => uploadIsThere('large') || existsSync(madeBy('large', 1)) || underWay().length > 0;
    await vi.waitUntil(() => !isLeft(), { timeout: 5000 });
    await add('next');
    expect((await ended('next')).status).toBe('success');
    expect(await balance()).toBe(1);
  });

  it.each([
    ['coded', 'no_person', /^No person\. /],
    ['model', 'model_unavailable', /^The weights/],
    ['uncoded', 'internal_error', /^The analysis stopped unexpectedly$/],
    ['throw', 'internal_error', /^The analysis stopped unexpectedly$/],
    ['crash', 'internal_error', /^The analysis stopped unexpectedly$/],
    ['exit', 'internal_error', /^The analysis stopped unexpectedly$/],
  ])('fails a job that ends by %s with %s, and works on', async (how, code, message) => {
    const { add, ended, uploadIsThere, madeBy, underWay } = await startQueue();
    await add(how);
    const { status, reason } = await ended(how);
    expect(status).toBe('failed');
    expect(reason).toEqual({ code, message: expect.stringMatching(message) });
    await vi.waitUntil(() => !uploadIsThere(how), { timeout: 20_000 });
    expect(existsSync(madeBy(how, 1))).toBe(false);
    await vi.waitUntil(() => underWay().length === 0, { timeout: 20_000 });
    await add('done');
    expect((await ended('done')).status).toBe('success');
  });

  it('fails a job whose analyser cannot be started, holds it no more, and works on', async () => {
    const { add, ended, queue, uploadIsThere } = await startQueue();
    vi.spyOn(AnalysisProcess.prototype, 'run').mockRejectedValueOnce(new Error('spawn ENOMEM'));
    onTestFinished(() => void vi.restoreAllMocks());
    await add('done');
    expect((await ended('done')).reason?.code).toBe('internal_error');
    await vi.waitUntil(() => queue.running() === 0 && !uploadIsThere('done'), { timeout: 5000 });
    expect(queue.fault()).toBeNull();
    await add('next');
    expect((await ended('next')).status).toBe('success');
  });

  it.each(['wait', 'spin'])('ends a job that would %s past its deadline, and works on', async (how) => {
    const { add, ended } = await startQueue({ deadlineMs: 300 });
    await add(how);
    expect((await ended(how)).reason?.code).toBe('deadline_exceeded');
    await add('done');
    expect((await ended('done')).status).toBe('success');
  });

  it('shows progress in whole percents', async () => {
    const { add, find } = await startQueue();
    await add('wait');
    await vi.waitUntil(async () => (await find('wait')).percentage === 41, { timeout: 20_000 });
    expect((await find('wait')).status).toBe('analyzing');
  });

  it('puts running work back when it closes, and takes no more', async () => {
    const { add, find, queue, uploadIsThere } = await startQueue();
    await add('wait');
    await vi.waitUntil(async () => (await find('wait')).percentage === 41, { timeout: 20_000 });
    await add('done');
    await queue.close();
    for (const id of ['wait', 'done']) {
      expect(await find(id)).toMatchObject({ status: 'pending', percentage: id === 'wait' ? 41 : 0 });
      expect(uploadIsThere(id)).toBe(true);
    }
  });

  it('runs as many at a time as it has workers', async () => {
    const { add, ended, find } = await startQueue({ workers: 2 });
    await add('wait');
    await add('done');
    expect((await ended('done')).status).toBe('success');
    expect((await find('wait')).status).toBe('analyzing');
  });

  it('tells the worker which view was asked for', async () => {
    const { add, ended } = await startQueue();
    await add('seen', 'back_view');
    await add('sideways');
    expect((await ended('seen')).result).toEqual({ view: 'back', fullBody: true });
    expect((await ended('sideways')).result).toEqual({ how: 'sideways' });
  });

  it('removes what a run left that was refused when it was done, and nothing of another run’s', async () => {
    const { add, find, store, uploadIsThere, madeBy, underWay, queue } = await startQueue();
    const succeed = vi.spyOn(store, 'succeed').mockResolvedValueOnce(false);
    mkdirSync(dirname(madeBy('done', 2)), { recursive: true });
    writeFileSync(madeBy('done', 2), 'theirs');
    await add('done');
    await vi.waitUntil(() => succeed.mock.calls.length === 1 && queue.running() === 0, { timeout: 20_000 });
    expect(existsSync(madeBy('done', 1))).toBe(false);
    expect(existsSync(madeBy('done', 2))).toBe(true);
    expect(underWay()).toEqual([]);
    expect(uploadIsThere('done')).toBe(true);
    expect((await find('done')).status).toBe('analyzing');
  });

  it('lets partners take turns', async () => {
    const { add, find, ended, database } = await startQueue({ deadlineMs: 1500 });
    const other = await addPartner(database, 'Other');
    await add('wait');
    await vi.waitUntil(async () => (await find('wait')).status === 'analyzing', { timeout: 20_000 });
    for (let index = 0; index < 5; index++) await add(`many-${index}`);
    for (let index = 0; index < 2; index++) await add(`few-${index}`, 'side_view', other);
    await ended('many-4');
    const begun = await database.query<{ readonly id: string }>(
      `SELECT id FROM analyses WHERE id <> 'wait' ORDER BY started_at, turn, rowid`,
    );
    expect(begun.map(({ id }) => id).slice(0, 5)).toEqual(['many-0', 'few-0', 'many-1', 'few-1', 'many-2']);
  });

  it('ends the run of an analysis that is gone, and touches nothing', async () => {
    const { add, find, ended, queue, store, uploadIsThere } = await startQueue();
    await add('wait');
    await vi.waitUntil(async () => (await find('wait')).percentage === 41, { timeout: 20_000 });
    // Its record belongs to nobody here any more, as when it has been deleted.
    vi.spyOn(store, 'handBack').mockResolvedValueOnce(false);
    await queue.cancel('wait');
    await queue.cancel('unknown');
    await vi.waitUntil(() => queue.running() === 0, { timeout: 20_000 });
    expect(uploadIsThere('wait')).toBe(true);
    await add('done');
    expect((await ended('done')).status).toBe('success');
  });

  it('ends a run that was taken over elsewhere at its next heartbeat', async () => {
    const { add, find, store, queue } = await startQueue({ leaseMs: 1500 });
    await add('wait');
    await vi.waitUntil(async () => (await find('wait')).percentage === 41, { timeout: 20_000 });
    const lost = { most: 9, reason: { code: 'interrupted_too_often', message: '' } };
    expect(await store.take('wait', Date.now(), lost)).toMatchObject({ attempt: 2 });
    await vi.waitUntil(() => queue.running() === 0, { timeout: 20_000 });
    expect(await find('wait')).toMatchObject({ status: 'analyzing', attempt: 2 });
  });

  it('removes the upload of an analysis of which too many runs were lost', async () => {
    const { add, find, store, database, media, queue, uploadIsThere } = await startQueue({ leaseMs: 1500 });
    await add('wait');
    await vi.waitUntil(async () => (await find('wait')).percentage === 41, { timeout: 20_000 });
    await database.run(`UPDATE analyses SET crashes = 2, lease_until = 1 WHERE id = 'wait'`);
    const options = { mostLostRuns: 3, media, logger: fastify().log };
    if (kind === 'engine') expect(await store.take('wait', Date.now(), lostRuns(options))).toBeNull();
    else expect(await store.takeBackExpired(lostRuns(options), Date.now())).toBe(0);
    expect((await find('wait')).reason?.code).toBe('interrupted_too_often');
    await vi.waitUntil(() => queue.running() === 0 && !uploadIsThere('wait'), { timeout: 20_000 });
  });

  it('leaves alone what another run has taken over', async () => {
    const { add, find, store, uploadIsThere, madeBy } = await startQueue({ deadlineMs: 300 });
    const fail = vi.spyOn(store, 'fail').mockResolvedValueOnce(false);
    mkdirSync(dirname(madeBy('wait', 2)), { recursive: true });
    writeFileSync(madeBy('wait', 2), 'theirs');
    await add('wait');
    await vi.waitUntil(() => fail.mock.calls.length === 1, { timeout: 20_000 });
    await add('done');
    await vi.waitUntil(async () => (await find('done')).status === 'success', { timeout: 20_000 });
    expect(uploadIsThere('wait')).toBe(true);
    expect(existsSync(madeBy('wait', 2))).toBe(true);
  });
});

it.skipIf(postgres === null).each([60_000, -60_000])(
  'takes no analyses of other machines while the clock is %i ms off the database’s, and does so once it is right',
  async (aheadMs) => {
    const realNow = Date.now.bind(Date);
    const clock = vi.spyOn(Date, 'now');
    onTestFinished(() => void clock.mockRestore());
    const { add, ended, find, queue } = await startQueueOn('engine', {});
    await add('first');
    expect((await ended('first')).status).toBe('success');

    clock.mockImplementation(() => realNow() + aheadMs);
    await vi.waitUntil(() => queue.fault() !== null, { timeout: 20_000 });
    expect(queue.fault()).toMatchObject({ of: 'queue', error: { name: 'ClockDiffersError' } });
    await add('second');
    await sleep(1500);
    expect(await find('second')).toMatchObject({ status: 'pending', attempt: 0 });

    clock.mockImplementation(realNow);
    expect(await ended('second')).toMatchObject({ status: 'success', attempt: 1 });
    await vi.waitUntil(() => queue.fault() === null, { timeout: 20_000 });
  },
  60_000,
);

/** A database of its own beside the run's, which may be shut for writing. */
async function ownDatabase() {
  const admin = new pg.Client({ connectionString: postgres ?? '' });
  await admin.connect();
  const name = `shut_${Date.now()}`;
  await admin.query(`CREATE DATABASE ${name}`);
  onTestFinished(async () => {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  });
  const url = new URL(postgres ?? '');
  url.pathname = `/${name}`;
  const shut = async (value: 'on' | 'off'): Promise<void> => {
    await admin.query(`ALTER DATABASE ${name} SET default_transaction_read_only = ${value}`);
    await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  };
  return { url: url.href, shut };
}

it.skipIf(postgres === null)(
  'tells that the database may only be read, and goes on once it may be written',
  async () => {
    const { url, shut } = await ownDatabase();
    const root = tempDir();
    const first = await openDatabase(openDataDir(root), url);
    const partnerId = await addPartner(first);
    await first.close();
    const { add, ended, queue } = await startQueueOn('engine', { beside: { root, databaseUrl: url, partnerId } });
    await shut('on');
    await expect
      .poll(() => queue.fault(), { timeout: 20_000 })
      .toMatchObject({ of: 'store', error: { code: '25006' } });
    await shut('off');
    await vi.waitUntil(() => queue.fault() === null, { timeout: 20_000 });
    await add('done');
    expect((await ended('done')).status).toBe('success');
  },
  60_000,
);
