import { describe, expect, it } from 'vitest';
import type { Subject } from '../../server/store/subject-store.ts';
import { type OpenStores, partnerIn } from './opened-stores.ts';

const subject = (id: string, partnerId: string, changes: Partial<Subject> = {}): Subject => ({
  id,
  partnerId,
  email: `${id}@example.org`,
  name: 'Zoë 走者 🏃',
  heightM: 1.685,
  weightKg: 58.25,
  createdAtMs: 1,
  ...changes,
});

/** What every memory of subjects does. */
export function describeSubjectStore(open: OpenStores): void {
  describe('subjects', () => {
    it('gives back what was created, empty fields as well', async () => {
      const stores = await open();
      const partnerId = await partnerIn(stores);
      const full = subject('a', partnerId);
      const bare = subject('b', partnerId, { email: null, name: null, heightM: null, weightKg: null });
      for (const one of [full, bare]) await stores.subjects.create(one);
      expect(await stores.subjects.find(partnerId, 'a')).toEqual(full);
      expect(await stores.subjects.find(partnerId, 'b')).toEqual(bare);
    });

    it('lists the oldest first, and those of the same moment as they came', async () => {
      const stores = await open();
      const partnerId = await partnerIn(stores);
      for (const [id, createdAtMs] of [
        ['z', 2],
        ['y', 2],
        ['early', 1],
        ['x', 2],
      ] as const)
        await stores.subjects.create(subject(id, partnerId, { createdAtMs }));
      expect((await stores.subjects.list(partnerId)).map(({ id }) => id)).toEqual(['early', 'z', 'y', 'x']);
    });

    it('updates the fields that are given, and empties those that are null', async () => {
      const stores = await open();
      const partnerId = await partnerIn(stores);
      const before = subject('a', partnerId);
      await stores.subjects.create(before);
      await stores.subjects.create(subject('b', partnerId));
      expect(await stores.subjects.update(partnerId, 'a', {})).toBe(true);
      expect(await stores.subjects.find(partnerId, 'a')).toEqual(before);
      expect(await stores.subjects.update(partnerId, 'a', { weightKg: 60, email: null })).toBe(true);
      expect(await stores.subjects.find(partnerId, 'a')).toEqual({ ...before, weightKg: 60, email: null });
      expect(await stores.subjects.find(partnerId, 'b')).toEqual(subject('b', partnerId));
    });

    it('takes a deleted subject for one that does not exist', async () => {
      const stores = await open();
      const partnerId = await partnerIn(stores);
      await stores.subjects.create(subject('a', partnerId));
      await stores.subjects.create(subject('b', partnerId));
      expect(await stores.subjects.remove(partnerId, 'a', 2)).toBe(true);
      expect(await stores.subjects.find(partnerId, 'a')).toBeNull();
      expect((await stores.subjects.list(partnerId)).map(({ id }) => id)).toEqual(['b']);
      expect(await stores.subjects.update(partnerId, 'a', { name: 'back' })).toBe(false);
      expect(await stores.subjects.remove(partnerId, 'a', 3)).toBe(false);
    });

    it('deletes by the operator’s word, whoever it belongs to', async () => {
      const stores = await open();
      const partnerId = await partnerIn(stores);
      await stores.subjects.create(subject('a', partnerId));
      expect(await stores.subjects.erase('b', 2)).toBe(false);
      expect(await stores.subjects.erase('a', 2)).toBe(true);
      expect(await stores.subjects.erase('a', 3)).toBe(false);
      expect(await stores.subjects.find(partnerId, 'a')).toBeNull();
    });

    it('takes another partner’s subject for one that does not exist', async () => {
      const stores = await open();
      const partnerId = await partnerIn(stores);
      const other = await partnerIn(stores, 'Zenith');
      await stores.subjects.create(subject('a', partnerId));
      expect(await stores.subjects.find(other, 'a')).toBeNull();
      expect(await stores.subjects.list(other)).toEqual([]);
      expect(await stores.subjects.update(other, 'a', { name: 'theirs' })).toBe(false);
      expect(await stores.subjects.remove(other, 'a', 2)).toBe(false);
      expect(await stores.subjects.find(partnerId, 'a')).toEqual(subject('a', partnerId));
    });

    it('keeps both of two updates that come at once', async () => {
      const stores = await open();
      const beside = await stores.beside();
      const partnerId = await partnerIn(stores);
      await stores.subjects.create(subject('a', partnerId));
      await Promise.all([
        stores.subjects.update(partnerId, 'a', { name: 'New' }),
        beside.subjects.update(partnerId, 'a', { heightM: 1.9 }),
      ]);
      expect(await stores.subjects.find(partnerId, 'a')).toMatchObject({ name: 'New', heightM: 1.9 });
    });
  });
}
