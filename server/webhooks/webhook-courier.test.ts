import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { newAnalysis, someResult } from '../../test/stores/new-analysis.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { openDataDir } from '../store/data-dir.ts';
import { openDatabase } from '../store/open-database.ts';
import { sqlStores } from '../store/sql-stores.ts';
import type { AttemptOutcome } from '../store/webhook-store.ts';
import { WebhookCourier } from './webhook-courier.ts';
import { generateWebhookSecret } from './webhook-secret.ts';

const day = 24 * 3600 * 1000;
const logger = { error: () => undefined, info: () => undefined };
const taken: AttemptOutcome = { status: 204, error: null };

async function start(answer: (attempt: number, body: { readonly sequence: number }) => AttemptOutcome) {
  const database = await openDatabase(openDataDir(tempDir()));
  onTestFinished(() => database.close());
  let newId = 0;
  const stores = sqlStores(database, {
    newId: () => `id-${newId++}`,
    newKey: randomUUID,
    newSecret: generateWebhookSecret,
  });
  const { partnerId } = await stores.accounts.createKey({ partner: 'Acme', label: null, credits: null }, 1);
  await stores.webhooks.save(partnerId, { url: 'https://client.example.com', enabled: true }, 1);
  const clock = { ms: 1000 };
  const sent: { readonly atMs: number; readonly id: string; readonly sequence: number }[] = [];
  const courier = new WebhookCourier({
    outage: { failed: () => undefined, worked: () => undefined },
    store: stores.webhooks,
    now: () => clock.ms,
    random: () => 0.5,
    logger,
    post: async ({ id, body }) => {
      const read = JSON.parse(body) as { readonly sequence: number };
      sent.push({ atMs: clock.ms, id, sequence: read.sequence });
      return answer(sent.length, read);
    },
  });
  onTestFinished(() => courier.close());
  const work = async (): Promise<void> => {
    courier.wake();
    await courier.settled();
  };
  /** Sets the clock on to whatever is due next, until nothing waits. */
  const runOut = async (): Promise<void> => {
    for (let due = await stores.webhooks.nextDueMs(); due !== null; due = await stores.webhooks.nextDueMs()) {
      clock.ms = Math.max(clock.ms, due);
      await work();
    }
  };
  await stores.analyses.add(newAnalysis('a', partnerId, { notifyViaWebhook: true }));
  await stores.analyses.takeNext(clock.ms);
  return { ...stores, clock, sent, work, runOut, partnerId };
}

it('sends events in order, one after the other', async () => {
  const { analyses, sent, work } = await start(() => taken);
  await analyses.setPercentage({ id: 'a', attempt: 1 }, 50, 1000);
  await analyses.succeed({ id: 'a', attempt: 1 }, someResult(), 1000);
  await work();
  expect(sent.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
});

it('tries for 24 hours with growing delays, always the same message, and then gives up', async () => {
  const { sent, runOut, webhooks } = await start(() => ({ status: 503, error: 'answered 503' }));
  await runOut();
  const waits = sent.slice(1).map(({ atMs }, i) => (atMs - sent[i].atMs) / 1000);
  expect(waits.slice(0, 8)).toEqual([5, 30, 120, 600, 1800, 3600, 7200, 14400]);
  expect(sent[sent.length - 1].atMs - sent[0].atMs).toBe(day);
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  expect(await webhooks.listDead()).toMatchObject([
    { attempts: sent.length, lastStatus: 503, lastError: 'answered 503' },
  ]);
});

it('holds later events of an analysis back until the earlier one is through', async () => {
  const { analyses, sent, runOut } = await start((attempt) =>
    attempt <= 2 ? { status: 301, error: 'answered 301' } : taken,
  );
  await analyses.setPercentage({ id: 'a', attempt: 1 }, 50, 1000);
  await runOut();
  expect(sent.map(({ sequence }) => sequence)).toEqual([1, 1, 1, 2]);
});

it('sends nothing while the webhook is switched off, and goes on when it is back', async () => {
  const { webhooks, clock, sent, work, runOut, partnerId } = await start(() => taken);
  await webhooks.save(partnerId, { url: 'https://client.example.com', enabled: false }, 2);
  await work();
  expect(sent).toEqual([]);
  await webhooks.save(partnerId, { url: 'https://client.example.com', enabled: true }, 3);
  await runOut();
  expect(sent).toHaveLength(1);
  expect(clock.ms).toBe(6000);
});
