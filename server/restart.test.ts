import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { json } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { bodyOf, postStart } from '../test/support/api-server.ts';
import { freePort } from '../test/support/free-port.ts';
import { smallClip } from '../test/support/small-clip.ts';
import { startWatchedServer } from '../test/support/start-watched-server.ts';
import { tempDir } from '../test/support/temp-dir.ts';
import { uploadsIn } from '../test/support/uploads-in.ts';
import { withStores } from './accounts/operator-stores.ts';
import { partnerCredits } from './accounts/partner-credits.ts';
import { createPartnerKey } from './accounts/partner-keys.ts';
import { FailedSchema, PendingSchema } from './contract/schemas/results.ts';
import { type Started, StartedSchema } from './contract/schemas/start.ts';
import { openDataDir } from './store/data-dir.ts';
import { mediaInDataDir } from './store/media/open-media.ts';
import { openDatabase } from './store/open-database.ts';

const program = `
  import { startServer } from '${new URL('../dist/server/serve.js', import.meta.url).href}';
  const server = await startServer({ port: 0, dataDir: process.argv[1], workers: Number(process.argv[2]), webhookHttp: true, webhookAllow: ['127.0.0.1'] });
  console.log(server.url);
`;

/** A server in a process of its own, by the time it listens. */
async function spawnServer(
  dataDir: string,
  workers = 0,
): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, dataDir, String(workers)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { url, child };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

it('keeps what was answered 202 through a kill, and takes it up again', async () => {
  const dataDir = tempDir();
  const { key } = await createPartnerKey(dataDir, 'Acme');
  const { url, child } = await spawnServer(dataDir);
  const started = await postStart({ url, key }, { video: await smallClip(30, 30) });
  const { video_id: id } = (await bodyOf(started, 202, StartedSchema)) as Started;
  await kill(child);

  const server = await startWatchedServer({ port: 0, dataDir, workers: 0 });
  onTestFinished(() => server.close());
  const response = await fetch(`${server.url}/analysis/${id}/results?apiKey=${key}`);
  expect(await bodyOf(response, 200, PendingSchema)).toEqual({ video_id: id, status: 'pending', percentage: 0 });
  expect(readdirSync(join(dataDir, 'uploads'))).toHaveLength(1);
});

it('puts back what a kill interrupted, and runs it to its end, for one credit', async () => {
  const dataDir = tempDir();
  const { key } = await createPartnerKey(dataDir, 'Acme', { credits: 2 });
  const { url, child } = await spawnServer(dataDir, 1);
  const started = await postStart({ url, key }, { video: await smallClip(60, 30) });
  const { video_id: id } = (await bodyOf(started, 202, StartedSchema)) as Started;
  const ask = (base: string): Promise<Response> => fetch(`${base}/analysis/${id}/results?apiKey=${key}`);
  await expect.poll(async () => (await ask(url)).status, { timeout: 10_000, interval: 5 }).toBe(202);
  await kill(child);

  const idle = await startWatchedServer({ port: 0, dataDir, workers: 0 });
  expect(await bodyOf(await ask(idle.url), 200, PendingSchema)).toMatchObject({ status: 'pending' });
  expect(await partnerCredits(dataDir, 'Acme')).toMatchObject({ taken: 1, returned: 0, balance: 1 });
  await idle.close();
  const server = await startWatchedServer({ port: 0, dataDir, workers: 1 });
  onTestFinished(() => server.close());
  // Nobody is in the clip, so its end is a failure that says so.
  await expect.poll(async () => (await ask(server.url)).status, { timeout: 60_000 }).toBe(400);
  expect(await bodyOf(await ask(server.url), 400, FailedSchema)).toMatchObject({ reason: { code: 'no_person' } });
  expect(await partnerCredits(dataDir, 'Acme')).toMatchObject({ taken: 1, returned: 1, balance: 2 });
});

it('does not begin in the media of another store, whose uploads it would sweep', async () => {
  const root = tempDir();
  const media = { ...mediaInDataDir, place: join(root, 'media') };
  const dataDir = join(root, 'first');
  const { key } = await createPartnerKey(dataDir, 'Acme');
  const begin = (folder: string) => startWatchedServer({ port: 0, dataDir: folder, media, workers: 0 });
  const first = await begin(dataDir);
  const started = await postStart({ url: first.url, key }, { video: await smallClip(30, 30) });
  expect(started.status).toBe(202);
  await first.close();
  await expect(begin(join(root, 'mistyped'))).rejects.toMatchObject({ code: 'media_of_another_store' });
  expect(readdirSync(join(media.place, 'uploads'))).toHaveLength(1);
  await (await begin(dataDir)).close();
  expect(readdirSync(join(media.place, 'uploads'))).toHaveLength(1);
});

it('does not listen where its start fails over who may sign in', async () => {
  const dataDir = tempDir();
  const database = await openDatabase(openDataDir(dataDir));
  await database.run('ALTER TABLE people RENAME TO others');
  await database.close();
  const port = await freePort();
  await expect(startWatchedServer({ port, dataDir, workers: 0 })).rejects.toThrow();
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow('fetch failed');
});

it('leaves nothing of an upload that a kill broke off', async () => {
  const dataDir = tempDir();
  const { key } = await createPartnerKey(dataDir, 'Acme');
  const { url, child } = await spawnServer(dataDir);
  const body = new ReadableStream({
    async pull(controller) {
      controller.enqueue(
        new TextEncoder().encode('--x\r\nContent-Disposition: form-data; name="video"; filename="a.mp4"\r\n\r\nabc'),
      );
      await new Promise((resolve) => setTimeout(resolve, 50));
    },
  });
  const upload = fetch(`${url}/analysis/start?apiKey=${key}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    duplex: 'half',
  } as RequestInit);
  const brokenOff = expect(upload).rejects.toThrow();
  await expect.poll(() => uploadsIn(dataDir).length).toBe(1);
  await kill(child);
  await brokenOff;

  const server = await startWatchedServer({ port: 0, dataDir, workers: 0 });
  expect(uploadsIn(dataDir)).toEqual([]);
  await server.close();
});

it('posts an event again, under the same id and before all later ones, when a kill comes between its delivery and the note of it', async () => {
  const dataDir = tempDir();
  const { key } = await createPartnerKey(dataDir, 'Acme');
  const { url, child } = await spawnServer(dataDir, 1);
  const received: { readonly id: unknown; readonly sequence: number; readonly event: string }[] = [];
  let firstAtMs = 0;
  const receiver = createServer(async (request, response) => {
    const { sequence, event } = (await json(request)) as { readonly sequence: number; readonly event: string };
    received.push({ id: request.headers['webhook-id'], sequence, event });
    if (received.length === 1) {
      firstAtMs = Date.now();
      child.kill('SIGKILL');
    }
    response.writeHead(204).end();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  onTestFinished(() => void receiver.close());
  const gone = once(child, 'exit');
  const { port } = receiver.address() as AddressInfo;
  const saved = await fetch(`${url}/webhook?apiKey=${key}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: `http://127.0.0.1:${port}/hook`, enabled: true }),
  });
  expect(saved.status).toBe(200);
  await bodyOf(
    await postStart({ url, key }, { video: await smallClip(30, 30), notify_via_webhook: 'true' }),
    202,
    StartedSchema,
  );
  await gone;

  const dueMs = await withStores(dataDir, ({ webhooks }) => webhooks.nextDueMs());
  expect(dueMs).toBeLessThanOrEqual(firstAtMs + 30_000);
  expect(dueMs).toBeGreaterThan(firstAtMs + 15_000);
  const database = await openDatabase(openDataDir(dataDir));
  const events = 'SELECT attempts, sequence FROM webhook_events WHERE state = ? ORDER BY sequence';
  expect(await database.query(events, 'waiting')).toMatchObject([{ attempts: 1, sequence: 1 }]);
  expect(await database.query(events, 'delivered')).toEqual([]);
  // The lease is over at once, so that the test need not wait for it.
  await database.run('UPDATE webhook_events SET next_attempt_at = ?', Date.now() + 1000);
  await database.close();

  const server = await startWatchedServer({
    port: 0,
    dataDir,
    workers: 1,
    webhookHttp: true,
    webhookAllow: ['127.0.0.1'],
  });
  onTestFinished(() => server.close());
  await expect.poll(() => received.at(-1)?.event, { timeout: 60_000 }).toBe('analysis.failed');
  expect(received.slice(0, 2).map(({ event }) => event)).toEqual(['analysis.started', 'analysis.started']);
  expect(received[1].id).toBe(received[0].id);
  const told = received.slice(1);
  expect(told.map(({ sequence }) => sequence)).toEqual(told.map((_, index) => index + 1));
  expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
});

it('lets one server at a time work on a folder, and frees it when that one is gone', async () => {
  const dataDir = tempDir();
  const { child } = await spawnServer(dataDir);
  await expect(startWatchedServer({ port: 0, dataDir, workers: 0 })).rejects.toMatchObject({ code: 'data_dir_in_use' });
  await kill(child);
  const server = await startWatchedServer({ port: 0, dataDir, workers: 0 });
  await server.close();
  await server.close();
});

it('says when its address is taken', async () => {
  const first = await startWatchedServer({ port: 0, dataDir: tempDir(), workers: 0 });
  onTestFinished(() => first.close());
  const port = Number(new URL(first.url).port);
  await expect(startWatchedServer({ port, dataDir: tempDir(), workers: 0 })).rejects.toMatchObject({
    code: 'address_unavailable',
    message: expect.stringContaining('the port is in use by another program'),
    advice: 'Name another port or another address.',
  });
});
