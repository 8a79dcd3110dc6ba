import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { defaultLimits } from '../../engine/video/probe.ts';
import { bodyOf, postStart, startApiServer } from '../../test/support/api-server.ts';
import { smallClip } from '../../test/support/small-clip.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { ErrorSchema } from '../contract/schemas/errors.ts';
import { StartedSchema } from '../contract/schemas/start.ts';
import { leastFree } from './free-bytes.ts';

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

it('is ready where a start finds room, and is not where none does', async () => {
  const { bytes } = await leastFree([tempDir()]);
  // Others write to the disk meanwhile, so that either may come out.
  const server = await startApiServer({ limits: { freeBytes: Math.max(0, bytes - defaultLimits.maxBytes / 2) } });
  try {
    const video = await smallClip(60, 30);
    await vi.waitFor(async () => {
      const start = await postStart(server, { video });
      const ready = await fetch(`${server.url}/readyz`);
      expect(['202 200', '429 503']).toContain(`${start.status} ${ready.status}`);
    });
  } finally {
    await server.stop();
  }
});
