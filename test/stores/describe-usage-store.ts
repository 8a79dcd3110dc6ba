import { describe, expect, it } from 'vitest';
import { newAnalysis, someReason, someResult } from './new-analysis.ts';
import { type OpenStores, partnerIn } from './opened-stores.ts';

/** What every count of usage does. */
export function describeUsageStore(open: OpenStores): void {
  describe('usage', () => {
    it('is counted by the month of the start in UTC, by view and by outcome', async () => {
      const stores = await open();
      const { analyses, usage } = stores;
      const partnerId = await partnerIn(stores);
      const other = await partnerIn(stores, 'Zenith');
      const lastOfMarch = Date.UTC(2026, 2, 31, 23, 59, 59, 999);
      const inMarch = { createdAtMs: lastOfMarch };
      const inApril = { createdAtMs: lastOfMarch + 1 };
      await analyses.add(newAnalysis('theirs', other, inMarch));
      await analyses.takeNext(1);
      for (const id of ['a', 'b', 'c']) await analyses.add(newAnalysis(id, partnerId, inMarch));
      await analyses.add(newAnalysis('d', partnerId, { ...inMarch, analysisType: 'back_view' }));
      await analyses.add(newAnalysis('e', partnerId, inApril));
      for (let taken = 0; taken < 4; taken++) await analyses.takeNext(2);
      for (const id of ['a', 'b']) await analyses.succeed({ id, attempt: 1 }, someResult(), lastOfMarch + 9);
      await analyses.fail({ id: 'd', attempt: 1 }, someReason, 3);
      expect(await usage.byMonth(partnerId)).toEqual([
        { month: '2026-03', analysisType: 'back_view', outcome: 'failed', analyses: 1 },
        { month: '2026-03', analysisType: 'side_view', outcome: 'open', analyses: 1 },
        { month: '2026-03', analysisType: 'side_view', outcome: 'success', analyses: 2 },
        { month: '2026-04', analysisType: 'side_view', outcome: 'open', analyses: 1 },
      ]);
    });

    it('of a partner that has started nothing is empty', async () => {
      const stores = await open();
      expect(await stores.usage.byMonth(await partnerIn(stores))).toEqual([]);
    });
  });
}
