import { describe, expect, it } from 'vitest';
import type { Stores } from '../../server/store/stores.ts';
import type { Attempt, WebhookEvent } from '../../server/store/webhook-store.ts';
import { newAnalysis, someReason, someResult } from './new-analysis.ts';
import { type OpenStores, partnerIn } from './opened-stores.ts';

const url = 'https://client.example.com/hooks';
const limits = { perPartner: 10, all: 100, busy: [] };
const day = 24 * 3600 * 1000;

/** What every memory of webhooks does. */
export function describeWebhookStore(open: OpenStores): void {
  const opened = async (): Promise<Stores & { readonly partnerId: string }> => {
    const stores = await open();
    return { ...stores, partnerId: await partnerIn(stores) };
  };
  /** Runs an analysis up to a percentage. */
  const run = async ({ analyses }: Stores, partnerId: string, id: string, percentages: readonly number[]) => {
    await analyses.add(newAnalysis(id, partnerId, { notifyViaWebhook: true }));
    const record = await analyses.takeNext(10);
    for (const percentage of percentages) await analyses.setPercentage({ id, attempt: 1 }, percentage, 20 + percentage);
    return record;
  };
  /** Takes and delivers one event after the other. */
  const drain = async ({ webhooks }: Stores, nowMs: number): Promise<WebhookEvent[]> => {
    const events: WebhookEvent[] = [];
    for (let taken = await webhooks.takeDue(nowMs, nowMs + 1, limits); taken.length > 0; ) {
      for (const { event } of taken) {
        events.push(event);
        await webhooks.delivered(event, { status: 200, error: null }, nowMs);
      }
      taken = await webhooks.takeDue(nowMs, nowMs + 1, limits);
    }
    return events;
  };

  describe('webhooks', () => {
    it('are saved with a secret that stays until it is replaced', async () => {
      const { webhooks, partnerId } = await opened();
      expect(await webhooks.get(partnerId)).toBeNull();
      expect(await webhooks.rotateSecret(partnerId)).toBeNull();
      const saved = await webhooks.save(partnerId, { url, enabled: true }, 5);
      expect(saved).toMatchObject({ url, enabled: true, updatedAtMs: 5 });
      const changed = await webhooks.save(partnerId, { url: `${url}/2`, enabled: false }, 6);
      expect(changed).toEqual({ url: `${url}/2`, enabled: false, updatedAtMs: 6, secret: saved.secret });
      const secret = await webhooks.rotateSecret(partnerId);
      expect((await webhooks.get(partnerId))?.secret).toBe(secret);
      expect(await webhooks.get('another partner')).toBeNull();
    });

    it('are removed with their secret, and nobody else’s are', async () => {
      const { webhooks, accounts, partnerId } = await opened();
      const { partnerId: other } = await accounts.createKey({ partner: 'Other', label: null, credits: null }, 1);
      const { secret } = await webhooks.save(partnerId, { url, enabled: true }, 5);
      await webhooks.save(other, { url, enabled: true }, 5);
      await webhooks.remove(partnerId);
      await webhooks.remove(partnerId);
      expect(await webhooks.get(partnerId)).toBeNull();
      expect((await webhooks.list()).map(({ partner }) => partner)).toEqual(['Other']);
      expect((await webhooks.save(partnerId, { url, enabled: true }, 6)).secret).not.toBe(secret);
    });

    it('are told of the start, each tenth and the end, in order', async () => {
      const stores = await opened();
      await run(stores, stores.partnerId, 'a', [3, 9, 12, 19, 35, 36, 99]);
      await stores.analyses.succeed({ id: 'a', attempt: 1 }, someResult(), 200);
      const events = await drain(stores, 300);
      expect(events.map(({ sequence, event, percentage }) => `${sequence} ${event} ${percentage}`)).toEqual([
        '1 analysis.started 0',
        '2 analysis.progress 12',
        '3 analysis.progress 35',
        '4 analysis.progress 99',
        '5 analysis.completed 100',
      ]);
      expect(events.at(-1)).toMatchObject({ analysisId: 'a', status: 'success', createdAtMs: 200, attempts: 1 });
    });

    it('hear nothing twice of an analysis that is run again, and of its failure', async () => {
      const stores = await opened();
      await run(stores, stores.partnerId, 'a', [45]);
      await stores.analyses.handBack({ id: 'a', attempt: 1 });
      await stores.analyses.takeNext(100);
      for (const percentage of [20, 45, 52])
        await stores.analyses.setPercentage({ id: 'a', attempt: 2 }, percentage, 110);
      await stores.analyses.fail({ id: 'a', attempt: 2 }, someReason, 120);
      expect((await drain(stores, 300)).map(({ event, percentage }) => `${event} ${percentage}`)).toEqual([
        'analysis.started 0',
        'analysis.progress 45',
        'analysis.progress 52',
        'analysis.failed 52',
      ]);
    });

    it('hear nothing of analyses that were not to be told of', async () => {
      const stores = await opened();
      await stores.analyses.add(newAnalysis('a', stores.partnerId));
      await stores.analyses.takeNext(10);
      expect(await drain(stores, 300)).toEqual([]);
    });

    it('get an event again when an attempt has not ended in its time', async () => {
      const stores = await opened();
      await run(stores, stores.partnerId, 'a', [10]);
      const { webhooks } = stores;
      expect(await webhooks.nextDueMs()).toBe(10);
      const [first] = await webhooks.takeDue(50, 80, limits);
      expect(first.event).toMatchObject({ sequence: 1, attempts: 1 });
      expect(await webhooks.takeDue(79, 100, limits)).toEqual([]);
      expect(await webhooks.nextDueMs()).toBe(80);
      const [again] = await webhooks.takeDue(80, 100, limits);
      expect(again.event).toMatchObject({ id: first.event.id, sequence: 1, attempts: 2 });
    });

    it('are each told an event once and in order, however many couriers ask at once', async () => {
      const stores = await open();
      const partnerId = await partnerIn(stores);
      const beside = await stores.beside();
      const ids = Array.from({ length: 12 }, (_, index) => `a${index}`);
      for (const id of ids) await run(stores, partnerId, id, [10, 20]);
      const told: string[] = [];
      for (let round = 0; round < 4; round++) {
        const couriers = [stores, beside, stores, beside].map(({ webhooks }) =>
          webhooks.takeDue(1000, 2000, { perPartner: 4, all: 4, busy: [] }),
        );
        const taken = (await Promise.all(couriers)).flat().map(({ event }) => event);
        told.push(...taken.map(({ analysisId, sequence }) => `${analysisId} ${sequence}`));
        for (const event of taken) expect(event.attempts).toBe(1);
        await Promise.all(
          taken.map((event, index) =>
            (index % 2 === 0 ? stores : beside).webhooks.delivered(event, { status: 200, error: null }, 1000),
          ),
        );
      }
      const rest = (await drain(stores, 1000)).map(({ analysisId, sequence }) => `${analysisId} ${sequence}`);
      const all = [...told, ...rest];
      expect([...all].sort()).toEqual(ids.flatMap((id) => [1, 2, 3].map((sequence) => `${id} ${sequence}`)).sort());
      for (const id of ids)
        expect(all.filter((name) => name.startsWith(`${id} `))).toEqual([1, 2, 3].map((n) => `${id} ${n}`));
    });

    it('are put back, given up and revived', async () => {
      const stores = await opened();
      await run(stores, stores.partnerId, 'a', []);
      const { webhooks } = stores;
      const [{ event, settings }] = await webhooks.takeDue(10, 20, limits);
      expect(settings).toBeNull();
      expect(event.expiresAtMs).toBe(10 + day);
      await webhooks.failed(event, { status: 500, error: 'answered 500' }, 60);
      expect(await webhooks.takeDue(59, 99, limits)).toEqual([]);
      await webhooks.dead(event, { status: null, error: 'no answer' }, 70);
      expect(await webhooks.takeDue(100, 110, limits)).toEqual([]);
      expect(await webhooks.listDead()).toMatchObject([{ id: event.id, lastStatus: null, lastError: 'no answer' }]);
      expect(await webhooks.revive('unknown', 200)).toBe(false);
      expect(await webhooks.revive(event.id, 200)).toBe(true);
      expect(await webhooks.revive(event.id, 200)).toBe(false);
      const [revived] = await webhooks.takeDue(200, 210, limits);
      expect(revived.event).toMatchObject({ id: event.id, attempts: 1, expiresAtMs: 200 + day });
    });

    it('hold back what follows them, also once they are revived', async () => {
      const stores = await opened();
      await run(stores, stores.partnerId, 'a', [10, 20]);
      const { webhooks } = stores;
      const refused = { status: 500, error: 'answered 500' };
      const take = async (nowMs: number, untilMs = nowMs + 1): Promise<Attempt & { readonly sequence: number }> => {
        const taken = await webhooks.takeDue(nowMs, untilMs, limits);
        expect(taken).toHaveLength(1);
        return taken[0].event;
      };
      const first = await take(100);
      await webhooks.failed(first, refused, 5000);
      expect(await webhooks.nextDueMs()).toBe(5000);
      expect(await webhooks.takeDue(4999, 5000, limits)).toEqual([]);
      await webhooks.dead(await take(5000), refused, 5000);
      // The second is under way when the first comes to life again.
      const second = await take(5001, 5100);
      expect(second.sequence).toBe(2);
      expect(await webhooks.revive(first.id, 5002)).toBe(true);
      expect(await webhooks.nextDueMs()).toBe(5002);
      await webhooks.failed(second, refused, 5003);
      const again = await take(5004);
      expect(again.sequence).toBe(1);
      await webhooks.delivered(again, { status: 200, error: null }, 5005);
      expect((await drain(stores, 6000)).map(({ sequence }) => sequence)).toEqual([2, 3]);
      expect(await webhooks.nextDueMs()).toBeNull();
      // What comes now waits for nobody.
      await stores.analyses.succeed({ id: 'a', attempt: 1 }, someResult(), 7000);
      expect(await webhooks.nextDueMs()).toBe(7000);
    });

    it('are due at once when what held them back is settled while they are written', async () => {
      const stores = await open();
      const partnerId = await partnerIn(stores);
      const beside = await stores.beside();
      for (let round = 0; round < 12; round++) {
        const id = `a${round}`;
        await run(stores, partnerId, id, []);
        const [{ event }] = await stores.webhooks.takeDue(1000, 2000, limits);
        await Promise.all([
          stores.analyses.succeed({ id, attempt: 1 }, someResult(), 1000),
          beside.webhooks.delivered(event, { status: 200, error: null }, 1000),
        ]);
        expect((await drain(stores, 1000)).map(({ analysisId, sequence }) => `${analysisId} ${sequence}`)).toEqual([
          `${id} 2`,
        ]);
      }
    });

    it('are not settled by an attempt that another has followed', async () => {
      const stores = await opened();
      await run(stores, stores.partnerId, 'a', []);
      const { webhooks } = stores;
      const [{ event: stale }] = await webhooks.takeDue(10, 20, limits);
      const [{ event }] = await webhooks.takeDue(20, 30, limits);
      expect(event).toMatchObject({ id: stale.id, attempts: 2 });
      await webhooks.dead(stale, { status: 500, error: 'answered 500' }, 21);
      expect(await webhooks.listDead()).toEqual([]);
      await webhooks.failed(stale, { status: 500, error: 'answered 500' }, 1000);
      await webhooks.delivered(stale, { status: 200, error: null }, 22);
      expect(await webhooks.nextDueMs()).toBe(30);
      await webhooks.delivered(event, { status: 200, error: null }, 23);
      expect(await webhooks.nextDueMs()).toBeNull();
    });

    it('are deleted once delivered, but not while their analysis goes on, nor when given up', async () => {
      const stores = await opened();
      const { webhooks, analyses, partnerId } = stores;
      await run(stores, partnerId, 'a', [45]);
      expect(await drain(stores, 300)).toHaveLength(2);
      expect(await webhooks.forgetDelivered(1000, 10)).toBe(0);
      await analyses.handBack({ id: 'a', attempt: 1 });
      await analyses.takeNext(400);
      await analyses.setPercentage({ id: 'a', attempt: 2 }, 52, 400);
      await analyses.succeed({ id: 'a', attempt: 2 }, someResult(), 400);
      // What was told before is not told again.
      expect((await drain(stores, 500)).map(({ sequence, event }) => `${sequence} ${event}`)).toEqual([
        '3 analysis.progress',
        '4 analysis.completed',
      ]);
      await run(stores, partnerId, 'b', []);
      const [{ event }] = await webhooks.takeDue(500, 501, limits);
      await webhooks.dead(event, { status: 500, error: 'answered 500' }, 500);
      await analyses.fail({ id: 'b', attempt: 1 }, someReason, 510);
      expect(await webhooks.forgetDelivered(300, 10)).toBe(0);
      expect(await webhooks.forgetDelivered(301, 1)).toBe(1);
      expect(await webhooks.forgetDelivered(301, 10)).toBe(1);
      expect(await webhooks.forgetDelivered(1000, 10)).toBe(2);
      expect(await webhooks.forgetDelivered(1000, 10)).toBe(0);
      expect((await webhooks.listDead()).map(({ id }) => id)).toEqual([event.id]);
      expect((await drain(stores, 600)).map(({ analysisId, sequence }) => `${analysisId} ${sequence}`)).toEqual([
        'b 2',
      ]);
    });

    it('take turns by partner', async () => {
      const stores = await opened();
      const { webhooks, accounts } = stores;
      const { partnerId: other } = await accounts.createKey({ partner: 'Zenith', label: null, credits: null }, 1);
      for (const id of ['a', 'b', 'c']) await run(stores, stores.partnerId, id, []);
      await run(stores, other, 'z', []);
      await webhooks.save(other, { url, enabled: true }, 5);
      const taken = await webhooks.takeDue(100, 200, { perPartner: 2, all: 3, busy: [] });
      expect(taken.map(({ event }) => event.partnerId).sort()).toEqual(
        [stores.partnerId, stores.partnerId, other].sort(),
      );
      expect(taken.find(({ event }) => event.analysisId === 'z')?.settings?.url).toBe(url);
      expect(await webhooks.takeDue(100, 200, { ...limits, busy: [stores.partnerId] })).toEqual([]);
      expect(await webhooks.takeDue(100, 200, limits)).toHaveLength(1);
    });

    it('are listed with what waits', async () => {
      const stores = await opened();
      await stores.webhooks.save(stores.partnerId, { url, enabled: true }, 5);
      await run(stores, stores.partnerId, 'a', [10]);
      expect(await stores.webhooks.list()).toMatchObject([{ url, enabled: true, updatedAtMs: 5, waiting: 2, dead: 0 }]);
    });
  });
}
