import { describe, expect, it } from 'vitest';
import { apiKeyPrefix } from '../../server/accounts/api-key.ts';
import type { OpenStores } from './opened-stores.ts';

const request = (partner: string, label: string | null = null) => ({ partner, label, credits: null });

/** What every memory of partners and keys does. */
export function describeAccountStore(open: OpenStores): void {
  describe('accounts', () => {
    it('gives a partner several keys, each its own', async () => {
      const { accounts } = await open();
      const first = await accounts.createKey(request('Acme', 'server'), 1);
      const second = await accounts.createKey(request('Acme'), 2);
      const other = await accounts.createKey(request('Zenith'), 3);
      expect(second).toMatchObject({ partnerId: first.partnerId, partner: 'Acme', label: null });
      expect(first.label).toBe('server');
      expect(new Set([first.key, second.key, other.key]).size).toBe(3);
      expect(await accounts.partnerOf(first.key)).toBe(first.partnerId);
      expect(await accounts.partnerOf(second.key)).toBe(first.partnerId);
      expect(await accounts.partnerOf(other.key)).toBe(other.partnerId);
      expect(other.partnerId).not.toBe(first.partnerId);
      expect(await accounts.partnerNamed('Acme')).toBe(first.partnerId);
      expect(await accounts.partnerNamed('acme')).toBeNull();
    });

    it('knows no other key, not even one with the same beginning', async () => {
      const { accounts } = await open();
      const { key } = await accounts.createKey(request('Acme'), 1);
      const strange = ['', 'slk_', `${apiKeyPrefix(key)}${'A'.repeat(35)}`, `${key}A`, key.slice(0, -1), '\0', 'ключ'];
      for (const unknown of strange) expect(await accounts.partnerOf(unknown)).toBeNull();
    });

    it('lists keys oldest first, revoked ones too, never the keys themselves', async () => {
      const { accounts } = await open();
      const late = await accounts.createKey(request('Zenith', 'late'), 20);
      const early = await accounts.createKey(request('Acme'), 10);
      await accounts.revokeKey(early.keyId, 30);
      const listed = await accounts.listKeys();
      expect(listed).toEqual([
        {
          keyId: early.keyId,
          partner: 'Acme',
          label: null,
          prefix: apiKeyPrefix(early.key),
          createdAtMs: 10,
          revokedAtMs: 30,
        },
        {
          keyId: late.keyId,
          partner: 'Zenith',
          label: 'late',
          prefix: apiKeyPrefix(late.key),
          createdAtMs: 20,
          revokedAtMs: null,
        },
      ]);
      for (const { key } of [early, late]) expect(JSON.stringify(listed)).not.toContain(key);
    });

    it('revokes one key and leaves the others, at once for every connection', async () => {
      const stores = await open();
      const { accounts: elsewhere } = await stores.beside();
      const { accounts } = stores;
      const gone = await accounts.createKey(request('Acme'), 1);
      const kept = await accounts.createKey(request('Acme'), 1);
      expect(await elsewhere.partnerOf(gone.key)).toBe(gone.partnerId);
      expect(await accounts.revokeKey(gone.keyId, 2)).toBe(true);
      expect(await elsewhere.partnerOf(gone.key)).toBeNull();
      expect(await elsewhere.partnerOf(kept.key)).toBe(kept.partnerId);
      expect(await accounts.revokeKey(gone.keyId, 3)).toBe(false);
      expect(await accounts.revokeKey('unknown', 3)).toBe(false);
      expect((await accounts.listKeys())[0].revokedAtMs).toBe(2);
    });

    it('rotates a key: the old one stops, the new one is the same partner’s under the same label', async () => {
      const stores = await open();
      const { accounts } = stores;
      const { accounts: elsewhere } = await stores.beside();
      const old = await accounts.createKey(request('Acme', 'server'), 1);
      const fresh = await accounts.rotateKey(old.keyId, 2);
      expect(fresh).toMatchObject({ partnerId: old.partnerId, partner: 'Acme', label: 'server' });
      expect(await elsewhere.partnerOf(old.key)).toBeNull();
      expect(await elsewhere.partnerOf(fresh!.key)).toBe(old.partnerId);
      expect((await accounts.listKeys()).map(({ revokedAtMs }) => revokedAtMs)).toEqual([2, null]);
    });

    it('rotates a key once, however many ask', async () => {
      const stores = await open();
      const { accounts } = stores;
      const { accounts: elsewhere } = await stores.beside();
      const { keyId } = await accounts.createKey(request('Acme'), 1);
      const made = await Promise.all([accounts, elsewhere, accounts].map((store) => store.rotateKey(keyId, 2)));
      expect(made.filter((key) => key !== null)).toHaveLength(1);
      expect(await accounts.listKeys()).toHaveLength(2);
      expect(await accounts.rotateKey('unknown', 3)).toBeNull();
    });

    it('grants credits with a key, and leaves the partner as it is without', async () => {
      const { accounts, credits } = await open();
      const { partnerId } = await accounts.createKey(request('Acme'), 1);
      expect(await credits.balance(partnerId)).toMatchObject({ metered: false, balance: 0 });
      await accounts.createKey({ partner: 'Acme', label: null, credits: 5 }, 2);
      await accounts.createKey(request('Acme'), 3);
      expect(await credits.balance(partnerId)).toMatchObject({ metered: true, granted: 5, balance: 5 });
    });
  });
}
