import { createHash } from 'node:crypto';
import Database from 'libsql';
import { expect, it, onTestFinished } from 'vitest';
import { allListed } from '../../test/stores/all-listed.ts';
import { newAnalysis, someReason, someResult } from '../../test/stores/new-analysis.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { apiKeyPrefix, hashApiKey } from '../accounts/api-key.ts';
import { openDataDir } from './data-dir.ts';
import { migrations } from './migrations.ts';
import { openDatabase } from './open-database.ts';
import { sqlStores } from './sql-stores.ts';
import type { Stores } from './stores.ts';

const released = { 1: 'a6e77a1df05d25fd66ee46375849e24cb361bb8d02683206083cb10d4e08db0f' };
const key = `slk_${'k'.repeat(43)}`;
const revoked = `slk_${'r'.repeat(43)}`;

/** A store as version 1 left it: one analysis in each state, started in the last second of 2025 and after. */
function writeVersionOne(path: string): void {
  const database = new Database(path);
  database.exec(migrations[0]);
  database.pragma('user_version = 1');
  database.exec(`INSERT INTO partners (id, name, created_at) VALUES ('p', 'Acme', 1)`);
  const addKey = database.prepare('INSERT INTO api_keys VALUES (?, ?, ?, ?, ?, ?)');
  addKey.run('k1', 'p', apiKeyPrefix(key), hashApiKey(key), 1, null);
  addKey.run('k2', 'p', apiKeyPrefix(revoked), hashApiKey(revoked), 2, 3);
  const addAnalysis = database.prepare(
    `INSERT INTO analyses VALUES (?, 'p', 'side_view', NULL, 1.78, 70, '05:30', 'fr', 1, 1, 0, ?, ?, ?, ?, 0, ?, ?, ?, ?, NULL, NULL)`,
  );
  const end2025 = Date.UTC(2026, 0, 1) - 1;
  const result = JSON.stringify(someResult());
  addAnalysis.run('done', 'upload-done', 'success', 100, 1, null, null, result, end2025);
  addAnalysis.run('failed', 'upload-failed', 'failed', 12, 1, someReason.code, someReason.message, null, end2025 + 1);
  addAnalysis.run('running', 'upload-running', 'analyzing', 40, 1, null, null, null, end2025 + 2);
  addAnalysis.run('waiting', 'upload-waiting', 'pending', 0, 0, null, null, null, end2025 + 3);
  database.close();
}

async function openAsToday(): Promise<Stores> {
  const dir = openDataDir(tempDir());
  writeVersionOne(dir.databasePath);
  const database = await openDatabase(dir);
  onTestFinished(() => database.close());
  return sqlStores(database, {
    newId: () => 'new',
    newKey: () => `slk_${'n'.repeat(43)}`,
    newSecret: () => 'whsec_bmV3',
  });
}

it('leaves the steps that were released as they were', () => {
  const hashes = migrations.map((step) => createHash('sha256').update(step).digest('hex'));
  for (const [version, hash] of Object.entries(released)) expect(hashes[Number(version) - 1]).toBe(hash);
});

it('keeps keys, analyses and results of version 1', async () => {
  const { accounts, analyses, usage } = await openAsToday();
  expect(await accounts.partnerOf(key)).toBe('p');
  expect(await accounts.partnerOf(revoked)).toBeNull();
  expect((await accounts.listKeys()).map(({ keyId, label }) => [keyId, label])).toEqual([
    ['k1', null],
    ['k2', null],
  ]);
  const listed = await allListed(analyses, 'p');
  expect(listed.map(({ id, status }) => [id, status])).toEqual([
    ['waiting', 'pending'],
    ['running', 'analyzing'],
    ['failed', 'failed'],
    ['done', 'success'],
  ]);
  const createdAtMs = Date.UTC(2026, 0, 1) - 1;
  expect(await analyses.find('p', 'done')).toEqual({
    ...newAnalysis('done', 'p', { createdAtMs, clipName: null, requestId: null }),
    status: 'success',
    percentage: 100,
    attempt: 1,
    reason: null,
    unmeasured: null,
    result: someResult(),
  });
  expect(await analyses.find('p', 'failed')).toMatchObject({ reason: someReason });
  expect((await usage.byMonth('p')).map(({ month, outcome, analyses: n }) => [month, outcome, n])).toEqual([
    ['2025-12', 'success', 1],
    ['2026-01', 'failed', 1],
    ['2026-01', 'open', 2],
  ]);
});

it('works on with what version 1 had begun, and returns no credit that was never taken', async () => {
  const { analyses, credits, accounts, subjects } = await openAsToday();
  expect(await credits.balance('p')).toMatchObject({ metered: false, balance: 0 });
  await credits.grant('p', { amount: 2, note: null }, 5);
  expect(await analyses.recover(3, someReason, 6)).toBe(1);
  for (const id of ['running', 'waiting']) {
    const run = await analyses.takeNext(7);
    expect(run?.id).toBe(id);
    expect(await analyses.fail(run!, someReason, 8)).toBe(true);
  }
  expect(await credits.balance('p')).toMatchObject({ metered: true, taken: 0, returned: 0, balance: 2 });
  expect(await accounts.rotateKey('k1', 9)).toMatchObject({ partner: 'Acme', label: null });
  expect(await accounts.partnerOf(key)).toBeNull();
  expect(await subjects.list('p')).toEqual([]);
  expect(await analyses.add(newAnalysis('next', 'p'))).toBe('added');
});

it('has what an earlier event holds back wait for that one alone, of events that an older version wrote', async () => {
  const dir = openDataDir(tempDir());
  const database = new Database(dir.databasePath);
  const before = migrations.findIndex((step) => step.includes('webhook_events_waiting_of'));
  for (const step of migrations.slice(0, before)) database.exec(step);
  database.pragma(`user_version = ${before}`);
  database.exec(`INSERT INTO partners (id, name, created_at) VALUES ('p', 'Acme', 1)`);
  database.exec(`INSERT INTO analyses (id, partner_id, analysis_type, height_m, weight_kg, language, treadmill, full_body,
    notify_via_webhook, upload_name, status, percentage, attempt, crashes, created_at)
    VALUES ('a', 'p', 'side_view', 1.7, 70, 'en', 0, 1, 1, 'upload', 'success', 100, 1, 0, 1)`);
  const add =
    database.prepare(`INSERT INTO webhook_events (id, partner_id, analysis_id, event, status, percentage, sequence,
    created_at, state, attempts, next_attempt_at, expires_at)
    VALUES (?, 'p', 'a', 'analysis.progress', 'analyzing', 10, ?, 5, ?, 0, ?, 9000)`);
  for (const [sequence, state, dueMs] of [
    [1, 'delivered', 5],
    [2, 'waiting', 700],
    [3, 'waiting', 5],
    [4, 'waiting', 5],
  ])
    add.run(`e${sequence}`, sequence, state, dueMs);
  database.close();
  const opened = await openDatabase(dir);
  onTestFinished(() => opened.close());
  const { webhooks } = sqlStores(opened, { newId: () => 'new', newKey: () => key, newSecret: () => 'whsec_bmV3' });
  const limits = { perPartner: 8, all: 8, busy: [] };
  expect(await webhooks.nextDueMs()).toBe(700);
  for (const sequence of [2, 3, 4]) {
    const taken = await webhooks.takeDue(700, 800, limits);
    expect(taken.map(({ event }) => event.sequence)).toEqual([sequence]);
    await webhooks.delivered(taken[0].event, { status: 200, error: null }, 700);
  }
  expect(await webhooks.nextDueMs()).toBeNull();
});
