import { describe, expect, it } from 'vitest';
import { type OpenConsoleStores, partnerIn } from './opened-stores.ts';

/** What every memory of keys does for a partner’s own people. */
export function describePartnerKeyStore(open: OpenConsoleStores): void {
  describe('a partner’s own keys', () => {
    it('are made, listed, rotated and revoked', async () => {
      const stores = await open();
      const { partnerKeys, accounts } = stores;
      const acme = await partnerIn(stores);
      const made = await partnerKeys.create(acme, 'laptop', 2);
      expect(made).toMatchObject({ partnerId: acme, partner: 'Acme', label: 'laptop' });
      expect(await accounts.partnerOf(made.key)).toBe(acme);
      const fresh = await partnerKeys.rotate(acme, made.keyId, 3);
      expect(fresh).toMatchObject({ partnerId: acme, label: 'laptop' });
      expect(await accounts.partnerOf(made.key)).toBeNull();
      expect(await partnerKeys.rotate(acme, made.keyId, 4)).toBeNull();
      expect(await partnerKeys.revoke(acme, fresh?.keyId ?? '', 5)).toBe(true);
      expect(await partnerKeys.revoke(acme, fresh?.keyId ?? '', 6)).toBe(false);
      expect((await partnerKeys.list(acme)).map(({ label, revokedAtMs }) => [label, revokedAtMs])).toEqual([
        [null, null],
        ['laptop', 3],
        ['laptop', 5],
      ]);
    });

    it('are no other partner’s', async () => {
      const stores = await open();
      const { partnerKeys, accounts } = stores;
      const [acme, zenith] = [await partnerIn(stores), await partnerIn(stores, 'Zenith')];
      const { key, keyId } = await partnerKeys.create(acme, 'laptop', 2);
      expect(await partnerKeys.rotate(zenith, keyId, 3)).toBeNull();
      expect(await partnerKeys.revoke(zenith, keyId, 3)).toBe(false);
      expect((await partnerKeys.list(zenith)).map((listed) => listed.keyId)).not.toContain(keyId);
      expect(await accounts.partnerOf(key)).toBe(acme);
    });
  });
}
