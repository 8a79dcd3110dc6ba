import { expect, it } from 'vitest';
import { Client, emulated } from './client.ts';

const statuses = async (client: Client, fileName: string): Promise<string[]> =>
  (await client.polled(await client.started(fileName))).map(({ body }) =>
    `${body.status} ${body.percentage ?? ''}`.trim(),
  );

it('goes from pending to success by polls alone', async () => {
  const client = new Client((await emulated()).url, 'a');
  expect(await statuses(client, 'run.mp4')).toEqual(['pending 0', 'analyzing 20', 'analyzing 60', 'success 100']);
});

it('stands still when polls let no time go by, until the clock is put forward', async () => {
  const api = await emulated({ pollMs: 0 });
  const client = new Client(api.url, 'a');
  const id = await client.started('run.mp4');
  expect((await client.results(id)).body).toMatchObject({ status: 'pending' });
  await api.advance(6500);
  expect((await client.results(id)).body).toMatchObject({ status: 'analyzing', percentage: 50 });
  await api.advance(6500);
  expect((await client.results(id)).body).toMatchObject({ status: 'success' });
});

it('runs by itself on a clock that runs', async () => {
  const api = await emulated({ clock: { kind: 'running', rate: 1000 }, pollMs: 0 });
  const client = new Client(api.url, 'a');
  const id = await client.started('run.mp4');
  await expect.poll(async () => (await client.results(id)).body.status, { timeout: 10_000 }).toBe('success');
});

it('is at once done, slow, queued, stuck', async () => {
  const api = await emulated({ pollMs: 0 });
  const client = new Client(api.url, 'a');
  const [instant, slow, queued, stuck, never] = await Promise.all(
    ['instant.mp4', 'slow-30.mp4', 'queued-60.mp4', 'stuck-at-45.mp4', 'stuck-pending.mp4'].map((name) =>
      client.started(name),
    ),
  );
  const status = async (id: string) => (await client.results(id)).body;
  await api.advance(0);
  expect(await status(instant)).toMatchObject({ status: 'success' });
  await api.advance(20_000);
  expect(await status(slow)).toMatchObject({ status: 'analyzing', percentage: 60 });
  expect(await status(queued)).toMatchObject({ status: 'pending' });
  await api.advance(24 * 3600 * 1000);
  expect(await status(slow)).toMatchObject({ status: 'success' });
  expect(await status(queued)).toMatchObject({ status: 'success' });
  expect(await status(stuck)).toMatchObject({ status: 'analyzing', percentage: 45 });
  expect(await status(never)).toMatchObject({ status: 'pending' });
});

it.each([
  ['fail', 'internal_error', 50],
  ['fail-no-person', 'no_person', 50],
  ['fail-deadline', 'deadline_exceeded', 50],
  ['fail-decoder', 'decoder_failed', 50],
  ['fail-truncated', 'video_truncated', 50],
  ['fail-inference', 'inference_failed', 50],
  ['fail-late', 'internal_error', 99],
  ['fail-at-30', 'internal_error', 30],
])('%s ends with %s', async (name, code, percentage) => {
  const api = await emulated({ credits: 1 });
  const client = new Client(api.url, 'a');
  const told = await client.polled(await client.started(`${name}.mp4`));
  expect(told.at(-1)).toMatchObject({ status: 400, body: { status: 'failed', reason: { code } } });
  // The credit has come back: another one can be started.
  const again = await client.started('queued-9.mp4');
  await api.bringTo(again, { status: 'failed', reason: 'no_person' });
  await client.started('run.mp4');
  expect((await client.start('run.mp4')).status).toBe(402);
  expect(api.journal.requests({ operation: 'startAnalysis' }, 'a')[0].scenarios).toEqual([name]);
  expect(Math.max(...told.map(({ body }) => body.percentage ?? 0))).toBeLessThanOrEqual(percentage);
});
