import { describe, expect, it } from 'vitest';
import type { Stores } from '../../server/store/stores.ts';
import { allListed } from './all-listed.ts';
import { newAnalysis, someReason, someResult } from './new-analysis.ts';
import { type OpenStores, partnerIn } from './opened-stores.ts';

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

/** What every memory of analyses does. */
export function describeAnalysisStore(open: OpenStores): void {
  const opened = async (): Promise<Stores & { readonly partnerId: string; beside(): Promise<Stores> }> => {
    const stores = await open();
    return { ...stores, beside: stores.beside, partnerId: await partnerIn(stores) };
  };

  describe('analyses', () => {
    it('are given back as they were added, to their partner alone', async () => {
      const { analyses, partnerId } = await opened();
      expect(await analyses.add(newAnalysis('a', partnerId))).toBe('added');
      expect(await analyses.find(partnerId, 'a')).toEqual({
        ...newAnalysis('a', partnerId),
        status: 'pending',
        percentage: 0,
        attempt: 0,
        reason: null,
        unmeasured: null,
        result: null,
      });
      expect(await analyses.ownerOf('a')).toEqual({ partnerId, attempt: 0 });
      expect(await analyses.find('another partner', 'a')).toBeNull();
      expect(await analyses.find(partnerId, 'b')).toBeNull();
      expect(await analyses.ownerOf('b')).toBeNull();
    });

    it('are refused with an id that is taken, and nothing changes', async () => {
      const { analyses, credits, partnerId } = await opened();
      await analyses.add(newAnalysis('a', partnerId));
      await expect(analyses.add(newAnalysis('a', partnerId, { heightM: 2 }))).rejects.toThrow();
      expect((await analyses.find(partnerId, 'a'))?.heightM).toBe(1.78);
      expect(await credits.entries(partnerId)).toHaveLength(1);
    });

    it('are listed newest first, those of the same moment as they came', async () => {
      const { analyses, partnerId, ...stores } = await opened();
      const other = await partnerIn({ ...stores, analyses }, 'Zenith');
      await analyses.add(newAnalysis('theirs', other, { subjectId: 's', createdAtMs: 3 }));
      for (const [id, createdAtMs, subjectId] of [
        ['b', 2, 's'],
        ['old', 1, null],
        ['c', 2, 't'],
        ['a', 2, 's'],
      ] as const)
        await analyses.add(newAnalysis(id, partnerId, { createdAtMs, subjectId }));
      expect(idsOf(await allListed(analyses, partnerId))).toEqual(['a', 'c', 'b', 'old']);
      expect(idsOf(await allListed(analyses, partnerId, 's'))).toEqual(['a', 'b']);
      expect(idsOf(await allListed(analyses, other, 's'))).toEqual(['theirs']);
      expect(await allListed(analyses, partnerId, 'u')).toEqual([]);
      expect(await allListed(analyses, 'nobody')).toEqual([]);
    });

    it('are listed as they stand, and keep a subject that was deleted', async () => {
      const { analyses, subjects, partnerId } = await opened();
      const bare = { email: null, name: null, heightM: null, weightKg: null, createdAtMs: 1 };
      await subjects.create({ id: 's', partnerId, ...bare });
      await analyses.add(newAnalysis('a', partnerId, { subjectId: 's', analysisType: 'back_view', createdAtMs: 7 }));
      await analyses.takeNext(8);
      await analyses.setPercentage({ id: 'a', attempt: 1 }, 30, 9);
      await subjects.remove(partnerId, 's', 10);
      const listed = {
        id: 'a',
        analysisType: 'back_view',
        status: 'analyzing',
        percentage: 30,
        subjectId: 's',
        createdAtMs: 7,
      };
      expect(await allListed(analyses, partnerId)).toEqual([listed]);
      expect(await allListed(analyses, partnerId, 's')).toEqual([listed]);
    });

    it('are taken as they came, each once', async () => {
      const { analyses, partnerId, beside } = await opened();
      const { analyses: elsewhere } = await beside();
      for (const id of ['early', 'second', 'late']) await analyses.add(newAnalysis(id, partnerId));
      expect((await analyses.takeNext(30))?.id).toBe('early');
      const taken = await Promise.all([analyses, elsewhere, analyses, elsewhere].map((store) => store.takeNext(30)));
      expect(taken.map((record) => record?.id ?? '').sort()).toEqual(['', '', 'late', 'second']);
    });

    it('are taken from one partner after the other, however many one has', async () => {
      const { analyses, partnerId, ...stores } = await opened();
      const few = await partnerIn({ ...stores, analyses }, 'Few');
      const none = await partnerIn({ ...stores, analyses }, 'None');
      const take = async () => (await analyses.takeNext(50))?.id ?? null;
      for (let index = 0; index < 20; index++) await analyses.add(newAnalysis(`many-${index}`, partnerId));
      for (let index = 0; index < 5; index++) expect(await take()).toBe(`many-${index}`);
      await analyses.add(newAnalysis('few-0', few));
      await analyses.add(newAnalysis('few-1', few));
      await analyses.add(newAnalysis('none-0', none));
      const order = [];
      for (let count = 0; count < 6; count++) order.push(await take());
      expect(order).toEqual(['many-5', 'few-0', 'none-0', 'many-6', 'few-1', 'many-7']);
      // One at a time, again and again, is no way past the others either.
      await analyses.add(newAnalysis('few-2', few));
      expect([await take(), await take()]).toEqual(['many-8', 'few-2']);
      await analyses.add(newAnalysis('few-3', few));
      expect([await take(), await take()]).toEqual(['many-9', 'few-3']);
      expect(await analyses.waiting(partnerId)).toEqual({ ofPartner: 10, all: 10 });
      expect(await analyses.waiting(few)).toEqual({ ofPartner: 0, all: 10 });
    });

    it('are put back when their lease has ended, and fail after too many lost runs', async () => {
      const { analyses, credits, partnerId } = await opened();
      const lost = { most: 3, reason: { code: 'internal_error', message: 'lost' } };
      await credits.grant(partnerId, { amount: 1, note: null }, 1);
      await analyses.add(newAnalysis('a', partnerId));
      for (const attempt of [1, 2, 3]) {
        const run = { id: 'a', attempt };
        expect(await analyses.takeNext(10, 40)).toMatchObject(run);
        expect(await analyses.takeBackExpired(lost, 39)).toBe(0);
        expect(await analyses.renew(run, 70)).toBe(true);
        expect(await analyses.renew({ ...run, attempt: attempt - 1 }, 900)).toBe(false);
        expect(await analyses.takeBackExpired(lost, 69)).toBe(0);
        expect(await analyses.holds(run)).toBe(true);
        expect(await analyses.takeBackExpired(lost, 70)).toBe(attempt === 3 ? 0 : 1);
        expect(await analyses.holds(run)).toBe(false);
        expect(await analyses.renew(run, 900)).toBe(false);
        expect(await analyses.succeed(run, someResult(), 80)).toBe(false);
        expect(await analyses.handBack(run)).toBe(false);
      }
      expect(await analyses.find(partnerId, 'a')).toMatchObject({ status: 'failed', reason: lost.reason });
      expect((await credits.balance(partnerId)).balance).toBe(1);
    });

    it('never expire without a lease', async () => {
      const { analyses, partnerId } = await opened();
      await analyses.add(newAnalysis('a', partnerId));
      await analyses.takeNext(10);
      expect(await analyses.takeBackExpired({ most: 3, reason: someReason }, 1e15)).toBe(0);
    });

    it('are taken by their ids, and taken over where the run under way is lost', async () => {
      const { analyses, partnerId, beside } = await opened();
      const { analyses: elsewhere } = await beside();
      const lost = { most: 3, reason: { code: 'internal_error', message: 'lost' } };
      for (const id of ['a', 'b']) await analyses.add(newAnalysis(id, partnerId));
      expect(await analyses.open()).toEqual([
        { id: 'a', turn: 0 },
        { id: 'b', turn: 1 },
      ]);
      expect(await analyses.open('b')).toEqual([{ id: 'b', turn: 1 }]);
      expect(await analyses.take('b', 5)).toMatchObject({ id: 'b', attempt: 1, status: 'analyzing' });
      expect(await analyses.take('b', 6)).toBeNull();
      expect(await elsewhere.take('b', 7, lost)).toMatchObject({ attempt: 2, status: 'analyzing', percentage: 0 });
      expect(await analyses.succeed({ id: 'b', attempt: 1 }, someResult(), 8)).toBe(false);
      expect(await analyses.take('b', 9, lost)).toMatchObject({ attempt: 3 });
      expect(await analyses.take('b', 10, lost)).toBeNull();
      expect(await analyses.find(partnerId, 'b')).toMatchObject({ status: 'failed', reason: lost.reason });
      expect(await analyses.take('b', 11, lost)).toBeNull();
      expect(await analyses.take('nothing', 11, lost)).toBeNull();
      expect(await analyses.open()).toEqual([{ id: 'a', turn: 0 }]);
    });

    it('are changed by the run that owns them alone, and end once', async () => {
      const { analyses, partnerId } = await opened();
      const result = someResult();
      await analyses.add(newAnalysis('a', partnerId));
      const first = await analyses.takeNext(2);
      expect(first).toMatchObject({ attempt: 1, status: 'analyzing' });
      await analyses.setPercentage({ id: 'a', attempt: 1 }, 30, 2);
      expect(await analyses.handBack({ id: 'a', attempt: 1 })).toBe(true);
      const stale = { id: 'a', attempt: 1 };
      const run = { id: 'a', attempt: 2 };
      expect(await analyses.setPercentage(run, 5, 2)).toBe(false);
      expect(await analyses.takeNext(3)).toMatchObject({ attempt: 2, percentage: 30 });
      expect(await analyses.setPercentage(stale, 50, 4)).toBe(false);
      expect(await analyses.succeed(stale, result, 4)).toBe(false);
      expect(await analyses.fail(stale, someReason, 4)).toBe(false);
      expect(await analyses.handBack(stale)).toBe(false);
      expect(await analyses.setPercentage(run, 40, 4)).toBe(true);
      expect((await analyses.find(partnerId, 'a'))?.percentage).toBe(40);
      expect(await analyses.hasSucceeded(run)).toBe(false);
      expect(await analyses.succeed(run, result, 4)).toBe(true);
      expect(await analyses.hasSucceeded(run)).toBe(true);
      expect(await analyses.hasSucceeded(stale)).toBe(false);
      expect(await analyses.find(partnerId, 'a')).toMatchObject({ status: 'success', percentage: 100, result });
      expect(await analyses.succeed(run, result, 5)).toBe(false);
      expect(await analyses.fail(run, someReason, 5)).toBe(false);
      expect(await analyses.setPercentage(run, 41, 5)).toBe(false);
      expect(await analyses.takeNext(6)).toBeNull();
    });

    it('end once when two runs of one number end at the same time', async () => {
      const { analyses, partnerId, beside } = await opened();
      const { analyses: elsewhere } = await beside();
      await analyses.add(newAnalysis('a', partnerId));
      await analyses.takeNext(2);
      const run = { id: 'a', attempt: 1 };
      const ends = await Promise.all([
        analyses.succeed(run, someResult(), 3),
        elsewhere.fail(run, someReason, 3),
        elsewhere.succeed(run, someResult(), 3),
      ]);
      expect(ends.filter(Boolean)).toHaveLength(1);
    });

    it('wait again after a crash at the percentage that they had, and fail after too many', async () => {
      const { analyses, partnerId } = await opened();
      const reason = { code: 'internal_error', message: 'stopped' };
      await analyses.add(newAnalysis('a', partnerId));
      await analyses.add(newAnalysis('waits', partnerId, { createdAtMs: 99 }));
      for (const put of [1, 1, 0]) {
        await analyses.takeNext(2);
        await analyses.setPercentage({ id: 'a', attempt: 1 }, 60, 2);
        expect(await analyses.recover(3, reason, 3)).toBe(put);
        if (put === 1) expect(await analyses.find(partnerId, 'a')).toMatchObject({ status: 'pending', percentage: 60 });
      }
      expect(await analyses.find(partnerId, 'a')).toMatchObject({ status: 'failed', reason });
      expect(await analyses.find(partnerId, 'waits')).toMatchObject({ status: 'pending', attempt: 0 });
    });

    it('say which uploads and pictures are needed', async () => {
      const { analyses, partnerId } = await opened();
      for (const id of ['fails', 'succeeds', 'runs', 'waits']) await analyses.add(newAnalysis(id, partnerId));
      for (let taken = 0; taken < 3; taken++) await analyses.takeNext(2);
      await analyses.fail({ id: 'fails', attempt: 1 }, someReason, 3);
      await analyses.succeed({ id: 'succeeds', attempt: 1 }, someResult(), 3);
      const uploads = ['fails', 'succeeds', 'runs', 'waits', 'unknown'].map((id) => `upload-${id}`);
      expect([...(await analyses.uploadsInUse(uploads))].sort()).toEqual(['upload-runs', 'upload-waits']);
      expect([...(await analyses.uploadsInUse(['upload-waits', "it's"]))]).toEqual(['upload-waits']);
      expect([...(await analyses.uploadsInUse([]))]).toEqual([]);
      expect([...(await analyses.runsWithMedia(['fails', 'succeeds', 'runs', 'waits', 'unknown']))].sort()).toEqual([
        ['runs', 1],
        ['succeeds', 1],
      ]);
      expect([...(await analyses.runsWithMedia(['succeeds', 'fails']))]).toEqual([['succeeds', 1]]);
    });
  });
}
