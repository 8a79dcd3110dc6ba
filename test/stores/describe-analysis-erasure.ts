import { describe, expect, it } from 'vitest';
import { allListed } from './all-listed.ts';
import { newAnalysis, someReason, someResult } from './new-analysis.ts';
import { type OpenStores, partnerIn } from './opened-stores.ts';

/** What every memory of analyses does with one that is deleted. */
export function describeAnalysisErasure(open: OpenStores): void {
  describe('analyses that are deleted', () => {
    it('are unknown from then on, to their partner too, and still counted', async () => {
      const { analyses, usage, credits, ...stores } = await open();
      const partnerId = await partnerIn({ ...stores, analyses, usage, credits });
      await credits.grant(partnerId, { amount: 5, note: null }, 1);
      await analyses.add(newAnalysis('a', partnerId, { subjectId: 's' }));
      await analyses.add(newAnalysis('b', partnerId, { subjectId: 's' }));
      const run = await analyses.takeNext(2);
      await analyses.succeed({ id: 'a', attempt: run?.attempt ?? 0 }, someResult(), 3);
      expect(await analyses.erase('a', 'another partner', 4)).toBeNull();
      expect(await analyses.erase('a', partnerId, 4)).toBe('upload-a');
      expect(await analyses.erase('a', partnerId, 5)).toBeNull();
      expect(await analyses.find(partnerId, 'a')).toBeNull();
      expect(await analyses.ownerOf('a')).toBeNull();
      expect((await allListed(analyses, partnerId)).map(({ id }) => id)).toEqual(['b']);
      expect((await allListed(analyses, partnerId, 's')).map(({ id }) => id)).toEqual(['b']);
      expect(await analyses.idsOfSubject('s')).toEqual(['b']);
      expect((await analyses.runsWithMedia(['a'])).has('a')).toBe(false);
      expect((await usage.byMonth(partnerId)).map(({ outcome, analyses: count }) => [outcome, count])).toEqual([
        ['open', 1],
        ['success', 1],
      ]);
      expect(await credits.balance(partnerId)).toMatchObject({ taken: 2, returned: 0, balance: 3 });
    });

    it('end when they wait or run, return their credit, and no run writes to them any more', async () => {
      const { analyses, credits, ...stores } = await open();
      const partnerId = await partnerIn({ ...stores, analyses, credits });
      await credits.grant(partnerId, { amount: 5, note: null }, 1);
      await analyses.add(newAnalysis('runs', partnerId));
      const run = await analyses.takeNext(2, 100);
      await analyses.add(newAnalysis('waits', partnerId));
      expect(await analyses.erase('waits', null, 3)).toBe('upload-waits');
      expect(await analyses.erase('runs', null, 3)).toBe('upload-runs');
      expect(await credits.balance(partnerId)).toMatchObject({ taken: 2, returned: 2, balance: 5 });
      const own = { id: 'runs', attempt: run?.attempt ?? 0 };
      expect(await analyses.holds(own)).toBe(false);
      expect(await analyses.renew(own, 200)).toBe(false);
      expect(await analyses.setPercentage(own, 50, 4)).toBe(false);
      expect(await analyses.succeed(own, someResult(), 4)).toBe(false);
      expect(await analyses.fail(own, someReason, 4)).toBe(false);
      expect(await analyses.handBack(own)).toBe(false);
      expect(await analyses.takeBackExpired({ most: 3, reason: someReason }, 1000)).toBe(0);
      expect(await analyses.recover(3, someReason, 1000)).toBe(0);
      expect(await analyses.takeNext(5)).toBeNull();
      expect(await analyses.take('waits', 5)).toBeNull();
      expect(await analyses.open()).toEqual([]);
      expect([...(await analyses.uploadsInUse(['upload-runs', 'upload-waits']))]).toEqual([]);
      expect(await credits.balance(partnerId)).toMatchObject({ returned: 2, balance: 5 });
    });

    it('take their webhook events with them, and no others', async () => {
      const { analyses, webhooks, ...stores } = await open();
      const partnerId = await partnerIn({ ...stores, analyses, webhooks });
      await webhooks.save(partnerId, { url: 'https://client.example.com/', enabled: true }, 1);
      for (const id of ['a', 'b']) {
        await analyses.add(newAnalysis(id, partnerId, { notifyViaWebhook: true }));
        await analyses.take(id, 2);
      }
      await analyses.erase('a', partnerId, 3);
      const due = await webhooks.takeDue(10, 20, { perPartner: 9, all: 9, busy: [] });
      expect(due.map(({ event }) => event.analysisId)).toEqual(['b']);
    });

    it('are found by their age, oldest first', async () => {
      const { analyses, ...stores } = await open();
      const partnerId = await partnerIn({ ...stores, analyses });
      for (const [id, createdAtMs] of [
        ['new', 30],
        ['oldest', 10],
        ['old', 20],
      ] as const)
        await analyses.add(newAnalysis(id, partnerId, { createdAtMs }));
      expect(await analyses.startedBefore(30, 9)).toEqual(['oldest', 'old']);
      expect(await analyses.startedBefore(31, 1)).toEqual(['oldest']);
      await analyses.erase('oldest', null, 40);
      expect(await analyses.startedBefore(30, 9)).toEqual(['old']);
    });
  });
}
