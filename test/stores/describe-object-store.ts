import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { ObjectStore } from '../../server/store/media/object-store.ts';
import { tempDir } from '../support/temp-dir.ts';

/** What every place for files does. @param open A place that is empty, and a folder of this machine to put things in from. */
export function describeObjectStore(
  name: string,
  open: () => Promise<{ readonly objects: ObjectStore; readonly local: string }>,
): void {
  const filled = async (...keys: readonly string[]) => {
    const { objects, local } = await open();
    const put = async (key: string, bytes: Buffer | string = key): Promise<void> => {
      writeFileSync(join(local, 'new'), bytes);
      await objects.putFile(key, join(local, 'new'));
    };
    for (const key of keys) await put(key);
    return { objects, local, put };
  };
  const keysUnder = async (objects: ObjectStore, key: string): Promise<string[]> => {
    const keys: string[] = [];
    for await (const listed of objects.list(key)) keys.push(listed.key);
    return keys.sort();
  };

  describe(name, () => {
    it('takes a file in, which is gone from where it was, and gives it back whole and in parts', async () => {
      const { objects, local, put } = await filled();
      const bytes = randomBytes(300_000);
      const before = Date.now();
      await put('uploads/a', bytes);
      expect(existsSync(join(local, 'new'))).toBe(false);
      expect(await objects.has('uploads/a')).toBe(true);
      const read = async (range: { start: number; end: number } | null): Promise<Buffer> => {
        const file = await objects.open('uploads/a');
        expect(file?.sizeBytes).toBe(bytes.length);
        expect(Math.abs((file?.modifiedMs ?? 0) - before)).toBeLessThan(60_000);
        return buffer(file!.read(range));
      };
      expect((await read(null)).equals(bytes)).toBe(true);
      expect((await read({ start: 0, end: 1 })).equals(bytes.subarray(0, 2))).toBe(true);
      expect((await read({ start: 1000, end: 250_000 })).equals(bytes.subarray(1000, 250_001))).toBe(true);
      expect((await read({ start: 299_999, end: 299_999 })).equals(bytes.subarray(299_999))).toBe(true);
    });

    it('knows nothing of what is not there, and closes what is not read', async () => {
      const { objects } = await filled('media/a/1/x');
      for (const key of ['media/a/1/y', 'media/a/2/x', 'uploads/a']) {
        expect(await objects.open(key)).toBeNull();
        expect(await objects.has(key)).toBe(false);
        expect(await objects.local(key, tempDir())).toBeNull();
        await objects.remove(key);
      }
      await objects.removeFolder('media/b');
      expect(await keysUnder(objects, 'media/b')).toEqual([]);
      await (await objects.open('media/a/1/x'))?.close();
    });

    it('replaces a file by one of the same key', async () => {
      const { objects, put } = await filled('uploads/a');
      await put('uploads/a', 'newer and longer');
      expect((await buffer((await objects.open('uploads/a'))!.read(null))).toString()).toBe('newer and longer');
    });

    it('gives a file to programs of this machine', async () => {
      const { objects } = await filled('uploads/a');
      const file = await objects.local('uploads/a', tempDir());
      expect(readFileSync(file!.path, 'utf8')).toBe('uploads/a');
      await file!.release();
      expect(await objects.has('uploads/a')).toBe(true);
    });

    it('takes a folder in, lists and removes what is under a key and nothing beside it', async () => {
      const { objects, local } = await filled('media/a/1/old', 'media/ab/1/theirs', 'uploads/b');
      const folder = join(local, 'run');
      mkdirSync(folder);
      writeFileSync(join(folder, 'picture.jpg'), 'picture');
      writeFileSync(join(folder, 'video.mp4'), 'video');
      await objects.putFolder('media/a/2', folder);
      expect(existsSync(folder)).toBe(false);
      expect(await keysUnder(objects, 'media/a')).toEqual([
        'media/a/1/old',
        'media/a/2/picture.jpg',
        'media/a/2/video.mp4',
      ]);
      expect((await buffer((await objects.open('media/a/2/video.mp4'))!.read(null))).toString()).toBe('video');
      await objects.removeFolder('media/a/1');
      expect(await keysUnder(objects, 'media')).toEqual([
        'media/a/2/picture.jpg',
        'media/a/2/video.mp4',
        'media/ab/1/theirs',
      ]);
      await objects.remove('media/a/2/video.mp4');
      await objects.removeFolder('media/a');
      expect(await keysUnder(objects, 'media')).toEqual(['media/ab/1/theirs']);
      expect(await keysUnder(objects, 'uploads')).toEqual(['uploads/b']);
    });

    it('takes a folder in again that came in half, or whole, the time before', async () => {
      const { objects, local, put } = await filled();
      const folder = join(local, 'run');
      await put('media/a/1/picture.jpg');
      mkdirSync(folder);
      writeFileSync(join(folder, 'video.mp4'), 'video');
      await objects.putFolder('media/a/1', folder);
      expect(existsSync(folder)).toBe(false);
      const both = ['media/a/1/picture.jpg', 'media/a/1/video.mp4'];
      expect(await keysUnder(objects, 'media')).toEqual(both);
      mkdirSync(folder);
      writeFileSync(join(folder, 'video.mp4'), 'the same video');
      await objects.putFolder('media/a/1', folder);
      expect(await keysUnder(objects, 'media')).toEqual(both);
      expect((await buffer((await objects.open('media/a/1/video.mp4'))!.read(null))).toString()).toBe('the same video');
      expect(existsSync(folder)).toBe(false);
      await expect(objects.putFolder('media/a/2', folder)).rejects.toThrow('ENOENT');
    });
  });
}
