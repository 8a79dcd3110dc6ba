import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempDir } from '../../test/support/temp-dir.ts';
import { leastFree } from '../http/free-bytes.ts';
import { Readiness, type ReadinessOptions } from './readiness.ts';

const readiness = (options: Partial<ReadinessOptions>): Readiness =>
  new Readiness({
    database: { query: async () => [] },
    disk: async () => ({ folder: '/data', bytes: 1000 }),
    minFreeBytes: 1000,
    media: async () => undefined,
    worker: null,
    queueFault: () => null,
    logger: { warn: () => undefined, error: () => undefined } as ReadinessOptions['logger'],
    ...options,
  });

it('tells a folder that is gone from a full disk', async () => {
  expect(await readiness({}).unreadiness()).toBeNull();
  expect(await readiness({ minFreeBytes: 1001 }).unreadiness()).toBe('disk_nearly_full');
  const gone = () => leastFree([join(tempDir(), 'gone')]);
  expect(await readiness({ disk: gone }).unreadiness()).toBe('store_unavailable');
  const query = () => Promise.reject(new Error('closed'));
  expect(await readiness({ database: { query }, minFreeBytes: 1001 }).unreadiness()).toBe('store_unavailable');
});
