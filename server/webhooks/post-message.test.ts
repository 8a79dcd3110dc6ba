import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { addressPolicy } from './address-policy.ts';
import { guardedAgent } from './guarded-agent.ts';
import { httpPost } from './post-message.ts';
import { generateWebhookSecret } from './webhook-secret.ts';

const timeoutMs = 300;

/** Posts to a receiver that answers as it is told. */
async function postTo(answer: (response: ServerResponse) => void) {
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
  const post = httpPost({ agent, timeoutMs, now: () => 0 });
  return post({ id: 'a', body: '{}' }, settings, new AbortController().signal);
}

/** Sends a byte every 50 ms without an end. */
function drip(response: ServerResponse): void {
  const timer = setInterval(() => response.write('x'), 50);
  response.on('close', () => clearInterval(timer));
}

it('gives an attempt up when a receiver says nothing in time', { timeout: 10_000 }, async () => {
  expect(await postTo(() => undefined)).toEqual({ status: null, error: 'no answer within 0.3 s' });
});

it('waits no longer for an answer that never ends; its status has been told', { timeout: 10_000 }, async () => {
  expect(await postTo((response) => drip(response.writeHead(200)))).toEqual({ status: 200, error: null });
  expect(await postTo((response) => drip(response.writeHead(500)))).toEqual({ status: 500, error: 'answered 500' });
});

it('takes any 2xx for delivered, and reads no more than the beginning of an answer', async () => {
  expect(await postTo((response) => response.writeHead(299).end('x'.repeat(1_000_000)))).toEqual({
    status: 299,
    error: null,
  });
});

it.each([300, 301, 404, 410, 500])('takes %i for a refusal', async (status) => {
  expect(await postTo((response) => response.writeHead(status, { location: '/' }).end())).toEqual({
    status,
    error: `answered ${status}`,
  });
});
