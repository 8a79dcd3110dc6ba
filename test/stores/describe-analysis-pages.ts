import { describe, expect, it } from 'vitest';
import { emptyResult, newAnalysis, someReason, someResult } from './new-analysis.ts';
import { type OpenConsoleStores, partnerIn } from './opened-stores.ts';

/** How every database reads analyses piece by piece. */
export function describeAnalysisPages(open: OpenConsoleStores): void {
  describe('pages of analyses', () => {
    it('show all of them once, newest first, also those of one moment', async () => {
      const stores = await open();
      const acme = await partnerIn(stores);
      const ids = ['a', 'b', 'c', 'd', 'e'];
      for (const id of ids) await stores.analyses.add(newAnalysis(id, acme, { createdAtMs: id < 'c' ? 1 : 2 }));
      const seen: string[] = [];
      for (let before: string | null = null, pages = 0; pages < 4; pages++) {
        const page = await stores.analysisPages.page(acme, { subjectId: null, limit: 2, before });
        seen.push(...page.map(({ id }) => id));
        before = page.at(-1)?.id ?? before;
      }
      expect(seen).toEqual([...ids].reverse());
    });

    it('go on after one that was deleted meanwhile', async () => {
      const stores = await open();
      const acme = await partnerIn(stores);
      for (const id of ['a', 'b', 'c']) await stores.analyses.add(newAnalysis(id, acme, { createdAtMs: 1 }));
      await stores.analyses.erase('b', acme, 2);
      const request = { subjectId: null, limit: 10 };
      const after = await stores.analysisPages.page(acme, { ...request, before: 'b' });
      expect(after.map(({ id }) => id)).toEqual(['a']);
      const all = await stores.analysisPages.page(acme, { ...request, before: null });
      expect(all.map(({ id }) => id)).toEqual(['c', 'a']);
    });

    it('are a partner’s own, and of a subject when it is named', async () => {
      const stores = await open();
      const [acme, zenith] = [await partnerIn(stores), await partnerIn(stores, 'Zenith')];
      await stores.analyses.add(newAnalysis('a', acme, { subjectId: 's' }));
      await stores.analyses.add(newAnalysis('b', acme, { subjectId: null }));
      await stores.analyses.add(newAnalysis('z', zenith, { subjectId: 's' }));
      const page = async (partner: string, subjectId: string | null, before: string | null = null) =>
        (await stores.analysisPages.page(partner, { subjectId, limit: 9, before })).map(({ id }) => id);
      expect(await page(acme, null)).toEqual(['b', 'a']);
      expect(await page(acme, 's')).toEqual(['a']);
      expect(await page(acme, 's', 'b')).toEqual(['a']);
      expect(await page(zenith, null)).toEqual(['z']);
      expect(await page(zenith, null, 'b')).toEqual([]);
      expect(await page(acme, null, 'unknown')).toEqual([]);
    });

    it('tell what was asked for and how it ended, not what came out', async () => {
      const stores = await open();
      const acme = await partnerIn(stores);
      for (const id of ['good', 'bad']) await stores.analyses.add(newAnalysis(id, acme, { subjectId: 's' }));
      await stores.analyses.takeNext(1);
      await stores.analyses.takeNext(1);
      await stores.analyses.succeed({ id: 'good', attempt: 1 }, someResult(), 2);
      await stores.analyses.fail({ id: 'bad', attempt: 1 }, someReason, 2);
      const page = await stores.analysisPages.page(acme, { subjectId: null, limit: 9, before: null });
      const byId = Object.fromEntries(page.map((shown) => [shown.id, shown]));
      expect(byId.bad).toMatchObject({ status: 'failed', reason: someReason });
      const {
        uploadName: _u,
        requestId: _r,
        notifyViaWebhook: _n,
        ...asked
      } = newAnalysis('good', acme, { subjectId: 's' });
      expect(byId.good).toEqual({
        ...asked,
        status: 'success',
        percentage: 100,
        attempt: 1,
        reason: null,
        unmeasured: null,
      });
      const succeeded = await stores.analysisPages.succeeded(acme, 's', 9);
      expect(succeeded.map(({ id }) => id)).toEqual(['good']);
    });

    it('tell why nothing could be measured', async () => {
      const stores = await open();
      const acme = await partnerIn(stores);
      await stores.analyses.add(newAnalysis('empty', acme));
      await stores.analyses.takeNext(1);
      await stores.analyses.succeed({ id: 'empty', attempt: 1 }, emptyResult(), 2);
      const page = await stores.analysisPages.page(acme, { subjectId: null, limit: 9, before: null });
      expect(page).toMatchObject([{ status: 'success', unmeasured: 'wrong_view' }]);
      expect(await stores.analyses.find(acme, 'empty')).toMatchObject({ unmeasured: 'wrong_view' });
    });

    it('tell how far those are that have not ended, and those that are named', async () => {
      const stores = await open();
      const [acme, zenith] = [await partnerIn(stores), await partnerIn(stores, 'Zenith')];
      for (const id of ['a', 'b', 'c']) await stores.analyses.add(newAnalysis(id, acme));
      await stores.analyses.add(newAnalysis('z', zenith));
      const [first, second] = [await stores.analyses.takeNext(1), await stores.analyses.takeNext(1)];
      for (const run of [first, second].filter((one) => one?.partnerId === acme)) {
        await stores.analyses.setPercentage(run!, 40, 2);
      }
      await stores.analyses.erase('c', acme, 3);
      await stores.analyses.fail({ id: 'a', attempt: 1 }, someReason, 3);
      const { createdAtMs } = newAnalysis('a', acme);
      const told = async (ids: readonly string[], sinceMs: number) =>
        (await stores.analysisPages.progress(acme, ids, sinceMs)).map(({ id, status }) => `${id} ${status}`).sort();
      expect(await told([], createdAtMs + 1)).toEqual(['b pending']);
      expect(await told(['a', 'c', 'z', 'unknown'], createdAtMs + 1)).toEqual(['a failed', 'b pending']);
      expect(await told([], createdAtMs)).toEqual(['a failed', 'b pending']);
      expect(await told(['a'], createdAtMs)).toEqual(['a failed', 'b pending']);
    });
  });
}
