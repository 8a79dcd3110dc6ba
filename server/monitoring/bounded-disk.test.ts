import { expect, it } from 'vitest';
import type { FreeSpace } from '../http/free-bytes.ts';
import { isStoreFault } from '../store/explain-store-error.ts';
import { boundedDisk } from './bounded-disk.ts';

it('waits for a disk that does not answer for a while only, and asks it no second time meanwhile', async () => {
  let asked = 0;
  let answer = (_space: FreeSpace): void => undefined;
  const disk = boundedDisk(() => {
    asked++;
    return new Promise((resolve) => (answer = resolve));
  }, 50);
  const late = await Promise.allSettled([disk(), disk()]);
  expect(late.map((end) => end.status === 'rejected' && isStoreFault(end.reason))).toEqual([true, true]);
  await expect(disk()).rejects.toThrow();
  expect(asked).toBe(1);
  // It answers after all, and is asked anew.
  answer({ folder: '/data', bytes: 1 });
  const next = disk();
  await expect(next).resolves.toEqual({ folder: '/data', bytes: 1 });
  const again = disk();
  expect(asked).toBe(2);
  answer({ folder: '/data', bytes: 2 });
  expect(await again).toEqual({ folder: '/data', bytes: 2 });
});

it('passes on what fails, and asks again', async () => {
  let asked = 0;
  const disk = boundedDisk(async () => {
    asked++;
    throw new Error('gone');
  });
  for (const _time of [1, 2]) await expect(disk()).rejects.toThrow('gone');
  expect(asked).toBe(2);
});
