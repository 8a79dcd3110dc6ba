import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { type QueueSetup, queueKinds, startQueueOn } from '../../test/support/start-queue.ts';

describe.each(queueKinds)('the $kind queue', ({ kind, isThere }) => {
  if (!isThere) return void it('runs analyses', (context) => context.skip('needs a PostgreSQL server'));
  const startQueue = (setup: QueueSetup = {}) => startQueueOn(kind, setup);

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
});
