import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fastify } from 'fastify';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { addPartner } from '../../test/support/add-partner.ts';
import { type QueueSetup, queueKinds, startQueueOn } from '../../test/support/start-queue.ts';
import { AnalysisProcess } from './analysis-process.ts';
import { lostRuns } from './queue-options.ts';

describe.each(queueKinds)('the $kind queue', ({ kind, isThere }) => {
  if (!isThere) return void it('runs analyses', (context) => context.skip('needs a PostgreSQL server'));
  const startQueue = (setup: QueueSetup = {}) => startQueueOn(kind, setup);

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
