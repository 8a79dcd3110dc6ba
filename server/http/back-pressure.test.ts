import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { defaultLimits } from '../../engine/video/probe.ts';
import { bodyOf, postStart, startApiServer } from '../../test/support/api-server.ts';
import { smallClip } from '../../test/support/small-clip.ts';
import { ErrorSchema } from '../contract/schemas/errors.ts';
import { StartedSchema } from '../contract/schemas/start.ts';
import type { FreeSpace } from './free-bytes.ts';

/** What the disks say that they have; null for the truth, which others change meanwhile. */
const free: { bytes: number | null } = { bytes: null };
afterEach(() => {
  free.bytes = null;
});
vi.mock('./free-bytes.ts', async (importReal) => {
  const real = await importReal<typeof import('./free-bytes.ts')>();
  const leastFree = async (folders: readonly string[]): Promise<FreeSpace> => {
    const found = await real.leastFree(folders);
    return { ...found, bytes: free.bytes ?? found.bytes };
  };
  return { ...real, leastFree };
});

it('puts off what it has no room for, with nothing left of it', async () => {
  const server = await startApiServer({ limits: { waitingOfPartner: 1 } });
  try {
    const video = await smallClip(60, 30);
    await bodyOf(await postStart(server, { video }), 202, StartedSchema);
    const refused = await postStart(server, { video });
    expect(await bodyOf(refused, 429, ErrorSchema)).toMatchObject({ code: 'too_many_waiting' });
    expect(refused.headers.get('retry-after')).toBe('15');
    expect(readdirSync(join(server.dataDir, 'uploads'))).toHaveLength(1);
  } finally {
    await server.stop();
  }
});

it('takes nothing in when the disk is nearly full', async () => {
  const server = await startApiServer({ limits: { freeBytes: Number.MAX_SAFE_INTEGER } });
  try {
    const refused = await postStart(server, { video: await smallClip(60, 30) });
    expect(await bodyOf(refused, 429, ErrorSchema)).toMatchObject({ code: 'server_busy' });
    expect(refused.headers.get('retry-after')).toBe('60');
  } finally {
    await server.stop();
  }
});

it('is ready where a start finds room, and is not where a byte is missing', async () => {
  const freeBytes = 1000;
  const wanted = freeBytes + defaultLimits.maxBytes;
  const server = await startApiServer({ limits: { freeBytes } });
  try {
    const video = await smallClip(60, 30);
    const looked = async () => [
      (await postStart(server, { video })).status,
      (await fetch(`${server.url}/readyz`)).status,
    ];
    free.bytes = wanted;
    expect(await looked()).toEqual([202, 200]);
    free.bytes = wanted - 1;
    expect(await looked()).toEqual([429, 503]);
    free.bytes = wanted;
    expect(await looked()).toEqual([202, 200]);
  } finally {
    await server.stop();
  }
});
