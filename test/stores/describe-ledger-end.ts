import { describe, expect, it } from 'vitest';
import { newAnalysis, someReason } from './new-analysis.ts';
import { type OpenConsoleStores, partnerIn } from './opened-stores.ts';

/** How every database reads the end of a ledger. */
export function describeLedgerEnd(open: OpenConsoleStores): void {
  describe('the end of a ledger', () => {
    it('is the ledger’s own last lines, newest first, of one partner', async () => {
      const stores = await open();
      const [acme, zenith] = [await partnerIn(stores), await partnerIn(stores, 'Zenith')];
      expect(await stores.ledgerEnd(acme, 9)).toEqual([]);
      // Before the first grant analyses cost nothing.
      await stores.analyses.add(newAnalysis('free', acme));
      await stores.credits.grant(acme, { amount: 3, note: 'March' }, 2);
      await stores.credits.grant(zenith, { amount: 7, note: null }, 2);
      for (const id of ['a', 'b']) await stores.analyses.add(newAnalysis(id, acme));
      for (let n = 0; n < 2; n++) await stores.analyses.takeNext(3);
      await stores.analyses.fail({ id: 'a', attempt: 1 }, someReason, 4);
      const all = (await stores.credits.entries(acme)).reverse();
      expect(all.map(({ kind, balance }) => `${kind} ${balance}`)).toEqual([
        'returned 2',
        'taken 1',
        'taken 2',
        'granted 3',
        'taken 0',
      ]);
      expect(await stores.ledgerEnd(acme, 9)).toEqual(all);
      expect(await stores.ledgerEnd(acme, 2)).toEqual(all.slice(0, 2));
      expect((await stores.ledgerEnd(zenith, 9)).map(({ balance }) => balance)).toEqual([7]);
    });
  });
}
