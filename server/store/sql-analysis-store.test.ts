import { expect, it, onTestFinished } from 'vitest';
import { newAnalysis, someReason, someResult } from '../../test/stores/new-analysis.ts';
import { addPartner } from '../../test/support/add-partner.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import type { AnalysisChange } from './analysis-change.ts';
import { openDataDir } from './data-dir.ts';
import { openDatabase } from './open-database.ts';
import { type AnalysisStoreOptions, SqlAnalysisStore } from './sql-analysis-store.ts';
import { SqlCreditLedger } from './sql-credit-ledger.ts';

async function openStore(options: AnalysisStoreOptions) {
  const database = await openDatabase(openDataDir(tempDir()));
  onTestFinished(() => database.close());
  const partnerId = await addPartner(database);
  const credits = new SqlCreditLedger(database);
  await credits.grant(partnerId, { amount: 5, note: null }, 1);
  return { database, partnerId, credits, store: new SqlAnalysisStore(database, options) };
}

it('tells every change of status and percentage, and of nothing that did not change', async () => {
  const told: AnalysisChange[] = [];
  const { store, partnerId } = await openStore({ onChange: (change) => told.push(change) });
  await store.add(newAnalysis('a', partnerId, { notifyViaWebhook: true }));
  await store.takeNext(10);
  await store.setPercentage({ id: 'a', attempt: 1 }, 9, 11);
  await store.setPercentage({ id: 'a', attempt: 1 }, 31, 12);
  await store.handBack({ id: 'a', attempt: 1 });
  await store.setPercentage({ id: 'a', attempt: 1 }, 40, 13);
  await store.takeNext(14);
  await store.succeed({ id: 'a', attempt: 2 }, someResult(), 15);
  await store.fail({ id: 'a', attempt: 2 }, someReason, 16);
  await store.add(newAnalysis('b', partnerId));
  await store.takeNext(17);
  await store.setPercentage({ id: 'b', attempt: 1 }, 50, 18);
  await store.recover(1, someReason, 19);
  const a = { id: 'a', partnerId, notifyViaWebhook: true };
  const b = { id: 'b', partnerId, notifyViaWebhook: false, attempt: 1 };
  expect(told).toEqual([
    { ...a, status: 'analyzing', percentage: 0, previousPercentage: 0, attempt: 1, atMs: 10 },
    { ...a, status: 'analyzing', percentage: 9, previousPercentage: 0, attempt: 1, atMs: 11 },
    { ...a, status: 'analyzing', percentage: 31, previousPercentage: 9, attempt: 1, atMs: 12 },
    { ...a, status: 'analyzing', percentage: 31, previousPercentage: 31, attempt: 2, atMs: 14 },
    { ...a, status: 'success', percentage: 100, previousPercentage: 31, attempt: 2, atMs: 15 },
    { ...b, status: 'analyzing', percentage: 0, previousPercentage: 0, atMs: 17 },
    { ...b, status: 'analyzing', percentage: 50, previousPercentage: 0, atMs: 18 },
    { ...b, status: 'failed', percentage: 50, previousPercentage: 50, atMs: 19 },
  ]);
});

it('keeps what a client called its clip, and nothing of it once the analysis is deleted', async () => {
  const { store, database, partnerId } = await openStore({});
  await store.add(newAnalysis('a', partnerId, { clipName: 'Mia Berg, lane 3.mp4' }));
  await store.add(newAnalysis('b', partnerId, { clipName: null }));
  expect((await store.find(partnerId, 'a'))?.clipName).toBe('Mia Berg, lane 3.mp4');
  expect((await store.find(partnerId, 'b'))?.clipName).toBeNull();
  await store.erase('a', partnerId, 2);
  const rows = await database.query<Record<string, unknown>>('SELECT * FROM analyses');
  expect(JSON.stringify(rows)).not.toContain('Mia');
});

it('undoes a change that cannot be recorded, the credit with it', async () => {
  let broken = false;
  const told: string[] = [];
  const { store, credits, database, partnerId } = await openStore({
    record: async ({ id, partnerId }, connection) => {
      await connection.run('UPDATE partners SET name = name || ? WHERE id = ?', ` ${id}`, partnerId);
      if (broken) throw new Error('no room');
    },
    onChange: ({ status }) => told.push(status),
  });
  await store.add(newAnalysis('a', partnerId));
  const run = await store.takeNext(2);
  const before = await store.find(partnerId, 'a');
  const ledger = await credits.entries(partnerId);
  broken = true;
  await expect(store.setPercentage(run!, 50, 3)).rejects.toThrow('no room');
  await expect(store.fail(run!, someReason, 3)).rejects.toThrow('no room');
  await expect(store.succeed(run!, someResult(), 3)).rejects.toThrow('no room');
  await expect(store.recover(1, someReason, 3)).rejects.toThrow('no room');
  expect(await store.find(partnerId, 'a')).toEqual(before);
  expect(await credits.entries(partnerId)).toEqual(ledger);
  expect(await database.query('SELECT name FROM partners')).toEqual([{ name: 'Acme a' }]);
  expect(told).toEqual(['analyzing']);
  broken = false;
  expect(await store.fail(run!, someReason, 4)).toBe(true);
  expect((await credits.balance(partnerId)).balance).toBe(5);
});
