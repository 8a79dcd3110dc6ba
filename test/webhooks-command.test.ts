import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { expect, it, onTestFinished } from 'vitest';
import { withStores } from '../server/accounts/operator-stores.ts';
import { createPartnerKey } from '../server/accounts/partner-keys.ts';
import { newAnalysis } from './stores/new-analysis.ts';
import { runCommand } from './support/command-line.ts';
import { tempDir } from './support/temp-dir.ts';

interface Posted {
  readonly text: string;
  readonly headers: Record<string, string>;
}

/** A client's receiver on this machine that answers everything alike. */
async function receiver(status: number): Promise<{ readonly url: string; readonly posted: readonly Posted[] }> {
  const posted: Posted[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += chunk;
    posted.push({ text, headers: request.headers as Record<string, string> });
    response.writeHead(status).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, posted };
}

/** A folder with a partner whose webhook is saved, and `stridelab webhooks` on it. */
async function operator(url: string) {
  const folder = tempDir();
  const dataDir = join(folder, 'data');
  const { partnerId } = await createPartnerKey(dataDir, 'acme');
  await withStores(dataDir, ({ webhooks }) =>
    webhooks.save(partnerId, { url, enabled: true }, Date.UTC(2026, 2, 23, 10, 45)),
  );
  const run = (...args: string[]) => runCommand(folder, 'webhooks', ...args, '--data', 'data');
  const json = async (...args: string[]): Promise<unknown> => {
    const { status, stdout, stderr } = await run(...args, '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return JSON.parse(stdout);
  };
  return { dataDir, partnerId, run, json };
}

const toLoopback = ['--webhook-http', '--webhook-allow', '127.0.0.1'];

it('posts a signed test event, and shows what was answered and how soon', async () => {
  const { url, posted } = await receiver(204);
  const { json, run } = await operator(url);
  const { secret } = (await json('secret', '--partner', 'acme')) as { readonly secret: string };
  expect(await json('test', '--partner', 'acme', ...toLoopback)).toEqual({
    url,
    status: 204,
    error: null,
    latency_ms: expect.any(Number),
  });
  const [{ text, headers }] = posted;
  expect(new Webhook(secret).verify(text, headers)).toEqual({
    event: 'webhook.test',
    video_id: headers['webhook-id'],
    status: 'success',
    percentage: 100,
    sequence: 0,
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  });
  expect((await run('test', '--partner', 'acme', ...toLoopback)).stdout).toMatch(/HTTP 204, \d+ ms\n$/);
});

it('says when a test event was refused, and by whom', async () => {
  const { url, posted } = await receiver(500);
  const { run } = await operator(url);
  const refused = await run('test', '--partner', 'acme', '--json', ...toLoopback);
  expect(JSON.parse(refused.stdout)).toMatchObject({ status: 500, error: 'answered 500' });
  expect(refused.status).not.toBe(0);
  expect(posted).toHaveLength(1);
  for (const allowed of [['--webhook-http'], ['--webhook-allow', '127.0.0.1']]) {
    const { status, stdout } = await run('test', '--partner', 'acme', '--json', ...allowed);
    expect(status).not.toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ status: null });
  }
  expect(posted).toHaveLength(1);
});

it('posts where the server’s own settings let it', async () => {
  const { url, posted } = await receiver(204);
  const { dataDir, run } = await operator(url);
  writeFileSync(join(dataDir, '..', 'settings.yaml'), 'webhook-http: true\nwebhook-allow: [127.0.0.1]\n');
  expect(await run('test', '--partner', 'acme', '--config', 'settings.yaml')).toMatchObject({ status: 0 });
  expect((await run('test', '--partner', 'acme', '--config', 'settings.yaml', '--no-webhook-http')).status).toBe(5);
  expect(posted).toHaveLength(1);
});

it('shows a secret, and another once it is rotated', async () => {
  const { json, run } = await operator('https://client.example.com/hook');
  const first = await json('secret', '--partner', 'acme');
  expect(first).toEqual({ secret: expect.stringMatching(/^whsec_/) });
  const second = await json('secret', '--partner', 'acme', '--rotate');
  expect(second).not.toEqual(first);
  expect(await json('secret', '--partner', 'acme')).toEqual(second);
  expect((await run('secret', '--partner', 'nobody')).stderr).toContain('invalid_option');
});

it('lists webhooks and the events that were given up, and tries those again', async () => {
  const { json, run, dataDir, partnerId } = await operator('https://client.example.com/hook');
  const atMs = Date.UTC(2026, 2, 23, 11);
  await withStores(dataDir, async ({ analyses, webhooks }) => {
    await analyses.add(newAnalysis('run', partnerId, { notifyViaWebhook: true }));
    await analyses.takeNext(atMs);
    const [{ event }] = await webhooks.takeDue(atMs, atMs + 1, { perPartner: 8, all: 8, busy: [] });
    await webhooks.dead(event, { status: 500, error: 'answered 500' }, atMs);
  });
  const listed = {
    partner: 'acme',
    url: 'https://client.example.com/hook',
    enabled: true,
    updated_at: '2026-03-23T10:45:00.000Z',
  };
  expect(await json('list')).toEqual([{ ...listed, waiting: 0, dead: 1 }]);
  const dead = (await json('dead')) as readonly { readonly event_id: string }[];
  const [{ event_id: id }] = dead;
  expect(dead).toEqual([
    {
      event_id: id,
      analysis_id: 'run',
      event: 'analysis.started',
      sequence: 1,
      created_at: '2026-03-23T11:00:00.000Z',
      attempts: 1,
      last_status: 500,
      last_error: 'answered 500',
    },
  ]);
  expect((await run('dead')).stdout).toContain(id);
  expect(await json('retry', id)).toEqual({ revived: [id] });
  expect(await json('dead')).toEqual([]);
  expect(await json('list')).toEqual([{ ...listed, waiting: 1, dead: 0 }]);
  expect((await run('retry', id)).stderr).toContain('invalid_option');
});
