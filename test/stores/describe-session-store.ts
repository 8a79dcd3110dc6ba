import { describe, expect, it } from 'vitest';
import type { Credentials } from '../../server/accounts/people-store.ts';
import { sessionLimits } from '../../server/accounts/session-store.ts';
import type { OpenConsoleStores, OpenedConsoleStores } from './opened-stores.ts';

const { lifetimeMs, idleMs, perPerson } = sessionLimits;

async function withPerson(open: OpenConsoleStores): Promise<OpenedConsoleStores & { readonly proven: Credentials }> {
  const stores = await open();
  await stores.people.add({ partner: 'Acme', name: 'Mia', passwordHash: 'hash-1' }, 1);
  const proven = await stores.people.credentialsOf('Mia');
  if (proven === null) throw new Error('a person that was just added is gone');
  return { ...stores, proven };
}

/** What every memory of sessions does. */
export function describeSessionStore(open: OpenConsoleStores): void {
  describe('sessions', () => {
    it('tell who is signed in, on every connection', async () => {
      const { sessions, accounts, people, proven, beside } = await withPerson(open);
      const session = {
        personId: proven.personId,
        partnerId: await accounts.partnerNamed('Acme'),
        partner: 'Acme',
        name: 'Mia',
        language: null,
        expiresAtMs: 10 + lifetimeMs,
        usedAtMs: 10,
      };
      expect(await sessions.begin('one', proven, 10)).toEqual(session);
      const elsewhere = await beside();
      expect(await elsewhere.sessions.find('one', 11)).toEqual(session);
      await people.setLanguage(proven.personId, 'fr');
      expect(await elsewhere.sessions.find('one', 11)).toEqual({ ...session, language: 'fr' });
      expect(await sessions.find('two', 11)).toBeNull();
      expect(await sessions.find('', 11)).toBeNull();
    });

    it('end when they are not used, and in any case after their lifetime', async () => {
      const { sessions, proven } = await withPerson(open);
      await sessions.begin('one', proven, 0);
      expect(await sessions.find('one', idleMs - 1)).not.toBeNull();
      expect(await sessions.find('one', idleMs)).toBeNull();
      for (let atMs = 0; atMs < lifetimeMs; atMs += idleMs / 2) await sessions.use('one', atMs);
      expect(await sessions.find('one', lifetimeMs - 1)).not.toBeNull();
      await sessions.use('one', lifetimeMs);
      expect(await sessions.find('one', lifetimeMs)).toBeNull();
    });

    it('are never used earlier than they were', async () => {
      const { sessions, proven } = await withPerson(open);
      await sessions.begin('one', proven, 100);
      await sessions.use('one', 50);
      expect((await sessions.find('one', 101))?.usedAtMs).toBe(100);
    });

    it('end alone by signing out, all together by a new password, all but one by one’s own', async () => {
      const { sessions, people, accounts, proven } = await withPerson(open);
      for (const hash of ['a', 'b', 'c']) await sessions.begin(hash, proven, 1);
      const open_ = async () => {
        const found = await Promise.all(['a', 'b', 'c', 'd'].map(async (hash) => [hash, await sessions.find(hash, 2)]));
        return found.filter(([, session]) => session !== null).map(([hash]) => hash);
      };
      await sessions.end('a');
      expect(await open_()).toEqual(['b', 'c']);
      expect(await people.changePassword({ ...proven, passwordHash: 'other' }, 'hash-2', 'b', 2)).toBe(false);
      expect(await open_()).toEqual(['b', 'c']);
      expect(await people.changePassword(proven, 'hash-2', 'b', 2)).toBe(true);
      expect(await open_()).toEqual(['b']);
      await people.setPassword((await accounts.partnerNamed('Acme')) ?? '', 'mia', 'hash-3', 2);
      expect(await open_()).toEqual([]);
    });

    it('end with their person, and nobody else’s do', async () => {
      const { sessions, people, accounts, proven } = await withPerson(open);
      await people.add({ partner: 'Acme', name: 'Ben', passwordHash: 'hash-b' }, 1);
      const ben = await people.credentialsOf('ben');
      await sessions.begin('mia', proven, 1);
      await sessions.begin('ben', ben ?? proven, 1);
      expect(await people.remove((await accounts.partnerNamed('Acme')) ?? '', 'mia')).toBe(true);
      expect(await sessions.find('mia', 2)).toBeNull();
      expect((await sessions.find('ben', 2))?.name).toBe('Ben');
    });

    it('do not begin for a password that was replaced meanwhile, nor for somebody who was removed', async () => {
      const { sessions, people, accounts, proven } = await withPerson(open);
      const partnerId = (await accounts.partnerNamed('Acme')) ?? '';
      await people.setPassword(partnerId, 'mia', 'hash-2', 2);
      expect(await sessions.begin('late', proven, 3)).toBeNull();
      await people.remove(partnerId, 'mia');
      expect(await sessions.begin('later', { ...proven, passwordHash: 'hash-2' }, 3)).toBeNull();
    });

    it('leave none behind that was begun while the password changed', async () => {
      const { sessions, people, accounts, proven, beside } = await withPerson(open);
      const partnerId = (await accounts.partnerNamed('Acme')) ?? '';
      const elsewhere = await beside();
      const hashes = Array.from({ length: 8 }, (_, index) => `s${index}`);
      await Promise.all([
        ...hashes.slice(0, 4).map((hash) => elsewhere.sessions.begin(hash, proven, 1)),
        people.setPassword(partnerId, 'mia', 'hash-2', 1),
        ...hashes.slice(4).map((hash) => elsewhere.sessions.begin(hash, proven, 1)),
      ]);
      for (const hash of hashes) expect(await sessions.find(hash, 2)).toBeNull();
    });

    it('are so many of a person, of which the one that was not used for longest ends', async () => {
      const { sessions, proven } = await withPerson(open);
      for (let n = 0; n <= perPerson; n++) await sessions.begin(`s${n}`, proven, 1 + n);
      expect(await sessions.find('s0', 100)).toBeNull();
      expect(await sessions.find('s1', 100)).not.toBeNull();
    });

    it('are forgotten once they ran out', async () => {
      const { sessions, proven } = await withPerson(open);
      await sessions.begin('old', proven, 0);
      await sessions.begin('new', proven, idleMs);
      await sessions.forgetExpired(idleMs);
      expect(await sessions.find('old', 1)).toBeNull();
      expect(await sessions.find('new', idleMs + 1)).not.toBeNull();
    });
  });
}
