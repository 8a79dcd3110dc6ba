import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, it, onTestFinished, vi } from 'vitest';
import { addPartner } from '../../test/support/add-partner.ts';
import { sharedPostgres } from '../../test/support/shared-postgres.ts';
import { startQueueOn } from '../../test/support/start-queue.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { openDataDir } from '../store/data-dir.ts';
import { openDatabase } from '../store/open-database.ts';

const postgres = await sharedPostgres();

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
