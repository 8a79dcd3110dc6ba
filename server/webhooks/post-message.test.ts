import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { addressPolicy } from './address-policy.ts';
import { guardedAgent } from './guarded-agent.ts';
import { httpPost } from './post-message.ts';
import { generateWebhookSecret } from './webhook-secret.ts';

const timeoutMs = 300;

/** Posts to a receiver that answers as it is told, as many messages as are asked for. */
async function postTo(
  answer: (response: ServerResponse) => void,
  { messages = 1, atATime = 1, limitMs = timeoutMs } = {},
) {
  const server = createServer((request, response) => {
    request.resume();
    answer(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // The agent’s own limits are far off: what is measured here is the whole attempt.
  const agent = guardedAgent({ policy: addressPolicy(true, ['127.0.0.1']), timeoutMs: 20_000 });
  onTestFinished(() => agent.destroy());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const settings = { url, enabled: true, updatedAtMs: 0, secret: generateWebhookSecret() };
  const post = httpPost({ agent, timeoutMs: limitMs, now: () => 0 });
  const startMs = performance.now();
  const { signal } = new AbortController();
  const postSome = () =>
    Promise.all(Array.from({ length: atATime }, () => post({ id: 'a', body: '{}' }, settings, signal)));
  let [outcome] = await postSome();
  for (let sent = atATime; sent < messages; sent += atATime) [outcome] = await postSome();
  return { outcome, tookMs: performance.now() - startMs };
}

/** Sends a byte every 50 ms without an end, after the head. */
function drip(response: ServerResponse): void {
  response.flushHeaders();
  const timer = setInterval(() => response.write('x'), 50);
  response.on('close', () => clearInterval(timer));
}

it('gives an attempt up when a receiver says nothing in time', { timeout: 10_000 }, async () => {
  const { outcome } = await postTo(() => undefined);
  expect(outcome).toEqual({ status: null, error: 'no answer within 0.3 s' });
});

it.each([
  [200, null],
  [500, 'answered 500'],
])('does not wait for an answer of %i that never ends; its status has been told', async (status, error) => {
  const open = new Set<ServerResponse>();
  const counts: number[] = [];
  const answer = (response: ServerResponse): void => {
    open.add(response);
    counts.push(open.size);
    response.on('close', () => open.delete(response));
    drip(response.writeHead(status));
  };
  const { outcome, tookMs } = await postTo(answer, { messages: 200, limitMs: 60_000 });
  expect(outcome).toEqual({ status, error });
  // A tenth of a second of each would be twice as long.
  expect(tookMs).toBeLessThan(10_000);
  expect(Math.max(...counts)).toBeLessThan(100);
  await expect.poll(() => open.size, { timeout: 10_000 }).toBe(0);
});

it.each([1, 32])('lets a receiver end what it answers, %i at a time', async (atATime) => {
  const ended: boolean[] = [];
  const answer = (response: ServerResponse): void => {
    response.writeHead(200).write('tak');
    setTimeout(() => response.end('en'), 50);
    response.on('close', () => ended.push(response.writableFinished));
  };
  const messages = Math.max(3, atATime);
  expect((await postTo(answer, { messages, atATime, limitMs: 60_000 })).outcome?.status).toBe(200);
  await expect.poll(() => ended).toEqual(Array.from({ length: messages }, () => true));
});

it('takes any 2xx for delivered, and reads no more than the beginning of an answer', async () => {
  const { outcome } = await postTo((response) => response.writeHead(299).end('x'.repeat(1_000_000)));
  expect(outcome).toEqual({ status: 299, error: null });
});

it.each([300, 301, 404, 410, 500])('takes %i for a refusal', async (status) => {
  const { outcome } = await postTo((response) => response.writeHead(status, { location: '/' }).end());
  expect(outcome).toEqual({ status, error: `answered ${status}` });
});
