import { describe, expect, it } from 'vitest';
import type { OpenConsoleStores } from './opened-stores.ts';

const mia = { partner: 'Acme', name: 'Mia', passwordHash: 'hash-1' };

/** What every memory of people does. */
export function describePeopleStore(open: OpenConsoleStores): void {
  describe('people', () => {
    it('adds a person, and the partner when it is new', async () => {
      const { people, accounts } = await open();
      const { partnerId } = await accounts.createKey({ partner: 'Zenith', label: null, credits: null }, 1);
      expect(await people.add(mia, 5)).toBe(true);
      expect(await people.add({ partner: 'Zenith', name: ' Ben ', passwordHash: 'x' }, 6)).toBe(true);
      expect(await people.list()).toEqual([
        { name: 'Mia', partner: 'Acme', createdAtMs: 5, passwordSetAtMs: 5 },
        { name: 'Ben', partner: 'Zenith', createdAtMs: 6, passwordSetAtMs: 6 },
      ]);
      expect(await accounts.partnerNamed('Zenith')).toBe(partnerId);
    });

    it('gives no name twice, in whatever case and whoever’s it is', async () => {
      const { people } = await open();
      await people.add({ ...mia, name: 'MÜLLER' }, 1);
      for (const name of ['müller', ' Müller ', 'Mu\u0308ller'])
        expect(await people.add({ partner: 'Zenith', name, passwordHash: 'x' }, 2)).toBe(false);
      expect(await people.list()).toHaveLength(1);
    });

    it('finds what a password is checked against, in any case of the name', async () => {
      const { people } = await open();
      await people.add(mia, 1);
      const found = await people.credentialsOf('mIa ');
      expect(found).toEqual({ personId: expect.any(String), passwordHash: 'hash-1' });
      for (const other of ['', 'Mi', 'Mia2', '%', 'M_a']) expect(await people.credentialsOf(other)).toBeNull();
    });

    it('removes and changes people of their own partner alone', async () => {
      const { people, accounts } = await open();
      await people.add(mia, 1);
      await people.add({ ...mia, partner: 'Zenith', name: 'Ben' }, 1);
      const [acme, zenith] = [await accounts.partnerNamed('Acme'), await accounts.partnerNamed('Zenith')];
      expect(await people.remove(zenith ?? '', 'Mia')).toBe(false);
      expect(await people.setPassword(zenith ?? '', 'Mia', 'hash-2', 2)).toBe(false);
      expect((await people.credentialsOf('Mia'))?.passwordHash).toBe('hash-1');
      expect(await people.setPassword(acme ?? '', 'MIA', 'hash-2', 2)).toBe(true);
      expect((await people.credentialsOf('Mia'))?.passwordHash).toBe('hash-2');
      expect((await people.list())[0]).toMatchObject({ createdAtMs: 1, passwordSetAtMs: 2 });
      expect(await people.remove(acme ?? '', 'mia')).toBe(true);
      expect(await people.remove(acme ?? '', 'mia')).toBe(false);
      expect(await people.credentialsOf('Mia')).toBeNull();
    });
  });
}
