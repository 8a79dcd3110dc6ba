import { describe, expect, it } from 'vitest';
import { allListed } from './all-listed.ts';
import { newAnalysis, someReason, someResult } from './new-analysis.ts';
import { type OpenStores, partnerIn } from './opened-stores.ts';

const grantOf = (amount: number, note: string | null = null) => ({ amount, note });

/** What every ledger of credits does, together with the analyses of the same memory. */
export function describeCreditLedger(open: OpenStores): void {
  describe('credits', () => {
    it('are taken at the start, and refuse one when none is left', async () => {
      const stores = await open();
      const partnerId = await partnerIn(stores);
      const { analyses, credits } = stores;
      await credits.grant(partnerId, grantOf(1, 'trial'), 10);
      expect(await analyses.add(newAnalysis('a', partnerId, { createdAtMs: 20 }))).toBe('added');
      expect(await analyses.add(newAnalysis('b', partnerId, { createdAtMs: 30 }))).toBe('insufficient_credits');
      expect(await analyses.find(partnerId, 'b')).toBeNull();
      expect(await credits.balance(partnerId)).toEqual({
        metered: true,
        granted: 1,
        taken: 1,
        returned: 0,
        balance: 0,
      });
      expect(await credits.entries(partnerId)).toMatchObject([
        { kind: 'granted', amount: 1, balance: 1, analysisId: null, note: 'trial', createdAtMs: 10 },
        { kind: 'taken', amount: 1, balance: 0, analysisId: 'a', note: null, createdAtMs: 20 },
      ]);
    });

    it('with one left let one of many starts pass', async () => {
      const stores = await open();
      const partnerId = await partnerIn(stores);
      const beside = await stores.beside();
      await stores.credits.grant(partnerId, grantOf(1), 1);
      const starts = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 === 0 ? stores : beside).analyses.add(newAnalysis(`a${index}`, partnerId)),
        ),
      );
      expect(starts.filter((start) => start === 'added')).toHaveLength(1);
      expect(await allListed(stores.analyses, partnerId)).toHaveLength(1);
      expect((await stores.credits.balance(partnerId)).balance).toBe(0);
    });

    it('are given out one by one while fifty starts and five failures come at once', async () => {
      const stores = await open();
      const partnerId = await partnerIn(stores);
      const beside = await stores.beside();
      const { analyses, credits } = stores;
      await credits.grant(partnerId, grantOf(25), 1);
      const runs = [0, 1, 2, 3, 4].map((index) => ({ id: `fails ${index}`, attempt: 1 }));
      for (const { id } of runs) await analyses.add(newAnalysis(id, partnerId));
      for (const _ of runs) await analyses.takeNext(2);
      const starts = Array.from({ length: 50 }, (_, index) =>
        (index % 2 === 0 ? stores : beside).analyses.add(newAnalysis(`a${index}`, partnerId)),
      );
      const failures = runs.map((run) => beside.analyses.fail(run, someReason, 3));
      const added = (await Promise.all(starts)).filter((start) => start === 'added').length;
      expect(await Promise.all(failures)).toEqual(runs.map(() => true));
      const { granted, taken, returned, balance } = await credits.balance(partnerId);
      expect({ granted, taken, returned }).toEqual({ granted: 25, taken: 5 + added, returned: 5 });
      expect(balance).toBe(25 - added);
      // The twenty that were left at least; those that came back, if they came in time.
      expect(added).toBeGreaterThanOrEqual(20);
      expect(added).toBeLessThanOrEqual(25);
      const lines = await credits.entries(partnerId);
      expect(Math.min(...lines.map((line) => line.balance))).toBeGreaterThanOrEqual(0);
      expect(lines.at(-1)?.balance).toBe(balance);
    });

    it('come back once when an analysis fails, though it is said twice', async () => {
      const stores = await open();
      const partnerId = await partnerIn(stores);
      const { analyses, credits } = stores;
      await credits.grant(partnerId, grantOf(2), 1);
      await analyses.add(newAnalysis('a', partnerId));
      await analyses.takeNext(2);
      const run = { id: 'a', attempt: 1 };
      const { analyses: elsewhere } = await stores.beside();
      const said = await Promise.all([analyses.fail(run, someReason, 3), elsewhere.fail(run, someReason, 3)]);
      expect(said.sort()).toEqual([false, true]);
      expect(await credits.balance(partnerId)).toMatchObject({ taken: 1, returned: 1, balance: 2 });
      expect((await credits.entries(partnerId)).at(-1)).toMatchObject({
        kind: 'returned',
        analysisId: 'a',
        balance: 2,
      });
    });

    it('stay taken for a success', async () => {
      const stores = await open();
      const partnerId = await partnerIn(stores);
      await stores.credits.grant(partnerId, grantOf(1), 1);
      await stores.analyses.add(newAnalysis('a', partnerId));
      await stores.analyses.takeNext(2);
      await stores.analyses.succeed({ id: 'a', attempt: 1 }, someResult(), 3);
      expect(await stores.credits.balance(partnerId)).toMatchObject({ taken: 1, returned: 0, balance: 0 });
    });

    it('stay taken for a failure where the operator says so', async () => {
      const stores = await open({ keepCreditsOfFailed: true });
      const partnerId = await partnerIn(stores);
      await stores.credits.grant(partnerId, grantOf(1), 1);
      await stores.analyses.add(newAnalysis('a', partnerId));
      await stores.analyses.takeNext(2);
      expect(await stores.analyses.fail({ id: 'a', attempt: 1 }, someReason, 3)).toBe(true);
      expect(await stores.credits.balance(partnerId)).toMatchObject({ returned: 0, balance: 0 });
    });

    it('are taken once however often an analysis is put back, and come back when it is given up', async () => {
      const stores = await open();
      const partnerId = await partnerIn(stores);
      const { analyses, credits } = stores;
      await credits.grant(partnerId, grantOf(3), 1);
      await analyses.add(newAnalysis('a', partnerId));
      for (let attempt = 1; attempt <= 3; attempt++) {
        await analyses.takeNext(2);
        await analyses.handBack({ id: 'a', attempt });
      }
      for (let crash = 1; crash <= 2; crash++) {
        expect(await credits.balance(partnerId)).toMatchObject({ taken: 1, returned: 0, balance: 2 });
        await analyses.takeNext(3);
        await analyses.recover(2, someReason, 4);
      }
      expect(await credits.balance(partnerId)).toMatchObject({ taken: 1, returned: 1, balance: 3 });
    });

    it('are counted for an unmetered partner, at no price', async () => {
      const stores = await open();
      const partnerId = await partnerIn(stores);
      const { analyses, credits } = stores;
      for (const id of ['fails later', 'waits']) expect(await analyses.add(newAnalysis(id, partnerId))).toBe('added');
      expect(await credits.balance(partnerId)).toEqual({
        metered: false,
        granted: 0,
        taken: 0,
        returned: 0,
        balance: 0,
      });
      expect(await credits.grant(partnerId, grantOf(1), 2)).toMatchObject({ metered: true, balance: 1 });
      await analyses.takeNext(3);
      await analyses.fail({ id: 'fails later', attempt: 1 }, someReason, 4);
      expect((await credits.balance(partnerId)).balance).toBe(1);
      expect((await credits.entries(partnerId)).map(({ kind, amount }) => `${kind} ${amount}`)).toEqual([
        'taken 0',
        'taken 0',
        'granted 1',
        'returned 0',
      ]);
    });

    it('are charged from a grant of none on', async () => {
      const stores = await open();
      const partnerId = await partnerIn(stores);
      await stores.credits.grant(partnerId, grantOf(0), 1);
      expect(await stores.analyses.add(newAnalysis('a', partnerId))).toBe('insufficient_credits');
    });

    it('are each partner’s own', async () => {
      const stores = await open();
      const partnerId = await partnerIn(stores);
      const other = await partnerIn(stores, 'Zenith');
      await stores.credits.grant(other, grantOf(1), 1);
      await stores.analyses.add(newAnalysis('a', other));
      expect(await stores.credits.balance(partnerId)).toMatchObject({ metered: false, granted: 0, taken: 0 });
      expect(await stores.credits.entries(partnerId)).toEqual([]);
      expect(await stores.credits.balance(other)).toMatchObject({ metered: true, balance: 0 });
    });

    it('of nobody are an error', async () => {
      const { credits } = await open();
      await expect(credits.balance('nobody')).rejects.toThrow('nobody');
      await expect(credits.grant('nobody', grantOf(1), 1)).rejects.toThrow();
      expect(await credits.entries('nobody')).toEqual([]);
    });
  });
}
