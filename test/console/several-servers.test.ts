import { expect, it, onTestFinished } from 'vitest';
import { builtEntry } from '../../engine/built-entry.ts';
import { removePerson } from '../../server/accounts/partner-people.ts';
import { sampleClip } from '../../server/emulator/media/sample-clip.ts';
import { startServer } from '../../server/serve.ts';
import { signedIn } from '../support/console-client.ts';
import { emptySchema, sharedPostgres } from '../support/shared-postgres.ts';
import { tempDir } from '../support/temp-dir.ts';

const workerEntry = builtEntry(import.meta.url, '../../bench/reliability/emulated-analyser.js');

it('is one console on several servers of one PostgreSQL', { timeout: 120_000 }, async (context) => {
  const postgres = await sharedPostgres();
  if (postgres === null) return context.skip('no PostgreSQL runs on this machine');
  const databaseUrl = await emptySchema(postgres);
  const dataDir = tempDir();
  const options = { port: 0, dataDir, databaseUrl, workerEntry };
  const [first, second] = [
    await startServer({ ...options, workers: 0 }),
    await startServer({ ...options, workers: 1 }),
  ];
  onTestFinished(async () => void (await Promise.all([first.close(), second.close()])));
  const mia = await signedIn({ url: first.url, dataDir: databaseUrl });
  const there = await signedIn({ url: second.url, dataDir: databaseUrl }, 'Ben');
  const beside = there.cookie;
  there.cookie = mia.cookie;
  expect((await there.ask('GET', '/session')).body).toMatchObject({ name: 'Mia', partner: 'Acme Running' });

  const form = new FormData();
  form.append('video', new Blob([new Uint8Array(sampleClip())]), 'run.mp4');
  const { id } = (await mia.ask('POST', '/analyses', form)).body as { readonly id: string };
  const states = async () => [
    (await mia.ask('GET', `/analyses/${id}`)).body,
    ((await there.ask('GET', '/analyses?limit=1')).body as { readonly analyses: readonly unknown[] }).analyses[0],
  ];
  await expect
    .poll(async () => (await states()).map((state) => (state as { readonly status: string }).status), {
      timeout: 60_000,
    })
    .toEqual(['success', 'success']);
  expect((await mia.ask('GET', '/credits')).body).toMatchObject({
    balance: null,
    ledger: [{ kind: 'taken', amount: 0, balance: 0, analysisId: id, sequence: expect.any(Number) }],
  });
  expect((await mia.ask('GET', '/usage')).body).toMatchObject({ counts: [{ outcome: 'success', analyses: 1 }] });

  await removePerson(databaseUrl, { partner: 'Acme Running', name: 'Mia' });
  for (const client of [mia, there]) expect((await client.ask('GET', '/subjects')).status).toBe(401);
  there.cookie = beside;
  expect((await there.ask('GET', '/subjects')).status).toBe(200);
});
