import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { expect, it, onTestFinished } from 'vitest';
import { bodyOf, postStart } from '../../test/support/api-server.ts';
import { smallClip } from '../../test/support/small-clip.ts';
import { startWatchedServer } from '../../test/support/start-watched-server.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { idOfPartner, withStores } from '../accounts/operator-stores.ts';
import { createPartnerKey } from '../accounts/partner-keys.ts';
import { type Started, StartedSchema } from '../contract/schemas/start.ts';
import type { ServerOptions } from '../server-options.ts';

interface Received {
  readonly id: string;
  readonly event: string;
  readonly video_id: string;
  readonly percentage: number;
  readonly sequence: number;
}

/** A client's receiver on this machine; `answer` says what each request is answered. */
async function receiver(answer: (count: number) => number, secretOf: () => string) {
  const received: Received[] = [];
  let count = 0;
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += chunk;
    const status = answer(++count);
    if (status < 300) {
      const headers = request.headers as Record<string, string>;
      const body = new Webhook(secretOf()).verify(text, headers) as Omit<Received, 'id'>;
      received.push({ ...body, id: headers['webhook-id'] });
    }
    // Where a redirect leads, nobody may go.
    response.writeHead(status, { location: `http://127.0.0.1:${(server.address() as AddressInfo).port}/else` }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
}

const options = (dataDir: string, more: Partial<ServerOptions> = {}): ServerOptions => ({
  port: 0,
  dataDir,
  webhookHttp: true,
  webhookAllow: ['127.0.0.1'],
  ...more,
});

async function saved(dataDir: string, base: string, key: string, url: string): Promise<string> {
  const body = JSON.stringify({ url, enabled: true });
  const headers = { 'content-type': 'application/json' };
  expect((await fetch(`${base}/webhook?apiKey=${key}`, { method: 'PUT', body, headers })).status).toBe(200);
  return withStores(dataDir, async (stores) => {
    const settings = await stores.webhooks.get(await idOfPartner(stores, 'Acme'));
    return settings?.secret ?? '';
  });
}

it('tells a client of an analysis from its start to its end, in order, past refusals and a redirect', async () => {
  const dataDir = tempDir();
  const { key } = await createPartnerKey(dataDir, 'Acme');
  let secret = '';
  const { received, url } = await receiver(
    (count) => [302, 200][count - 1] ?? 200,
    () => secret,
  );
  const server = await startWatchedServer(options(dataDir, { workers: 1 }));
  onTestFinished(() => server.close());
  secret = await saved(dataDir, server.url, key, url);
  const started = await postStart(
    { url: server.url, key },
    { video: await smallClip(30, 30), notify_via_webhook: 'true' },
  );
  const { video_id: id } = (await bodyOf(started, 202, StartedSchema)) as Started;
  // Nobody is in the clip.
  await expect.poll(() => received.at(-1)?.event, { timeout: 60_000 }).toBe('analysis.failed');
  expect(received[0]).toMatchObject({ event: 'analysis.started', percentage: 0 });
  expect(received.map(({ sequence }) => sequence)).toEqual(received.map((_, i) => i + 1));
  expect(new Set(received.map(({ video_id }) => video_id))).toEqual(new Set([id]));
  expect(new Set(received.map(({ id }) => id)).size).toBe(received.length);
});

it('delivers after a restart what could not be delivered before', async () => {
  const dataDir = tempDir();
  const { key } = await createPartnerKey(dataDir, 'Acme');
  let secret = '';
  let isUp = false;
  const { received, url } = await receiver(
    () => (isUp ? 200 : 503),
    () => secret,
  );
  const first = await startWatchedServer(options(dataDir, { workers: 1 }));
  secret = await saved(dataDir, first.url, key, url);
  const started = await postStart(
    { url: first.url, key },
    { video: await smallClip(30, 30), notify_via_webhook: 'true' },
  );
  const { video_id: id } = (await bodyOf(started, 202, StartedSchema)) as Started;
  const ended = async (): Promise<number> => (await fetch(`${first.url}/analysis/${id}/results?apiKey=${key}`)).status;
  await expect.poll(ended, { timeout: 60_000 }).toBe(400);
  await first.close();
  expect(received).toEqual([]);
  isUp = true;
  const second = await startWatchedServer(options(dataDir, { workers: 0 }));
  onTestFinished(() => second.close());
  await expect.poll(() => received.at(-1)?.event, { timeout: 60_000 }).toBe('analysis.failed');
  expect(received.map(({ sequence }) => sequence)).toEqual(received.map((_, i) => i + 1));
});

it('posts nothing to addresses of this machine unless the operator allows it', async () => {
  const dataDir = tempDir();
  const { key } = await createPartnerKey(dataDir, 'Acme');
  const server = await startWatchedServer({ port: 0, dataDir, workers: 0 });
  onTestFinished(() => server.close());
  for (const url of ['http://127.0.0.1/', 'https://127.0.0.1/', 'https://localhost/', 'https://[::1]/', 'no url']) {
    const response = await fetch(`${server.url}/webhook?apiKey=${key}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url, enabled: true }),
    });
    expect(response.status).toBe(422);
  }
  expect(await (await fetch(`${server.url}/webhook?apiKey=${key}`)).json()).toEqual({});
});
