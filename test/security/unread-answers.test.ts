import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { defaultHttpLimits, type HttpLimits } from '../../server/http/http-limits.ts';
import { frozenServer } from '../support/frozen-server.ts';

/** A server, and a connection to it that reads nothing until it is told to. */
async function unreading(limits: Partial<HttpLimits> = {}): Promise<{ near: Socket; begun: () => number }> {
  let requests = 0;
  const { app, close } = await frozenServer({ ...defaultHttpLimits, ...limits });
  app.addHook('preHandler', async () => void requests++);
  app.get('/large', async (_request, reply) => {
    // No route of the contract: its answer is nobody's to check.
    reply.hijack();
    Readable.from(largeAnswer()).pipe(reply.raw);
  });
  onTestFinished(() => {
    app.server.closeAllConnections();
    return close();
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const near = connect(Number(new URL(url).port), '127.0.0.1');
  near.on('error', () => undefined);
  near.pause();
  onTestFinished(() => void near.destroy());
  await once(near, 'connect');
  return { near, begun: () => requests };
}

/** More than what the system keeps of a connection. */
const largeBytes = 64 * 2 ** 20;
function* largeAnswer(): Generator<Buffer> {
  const piece = Buffer.alloc(65_536);
  for (let sent = 0; sent < largeBytes; sent += piece.length) yield piece;
}

const ask = (path: string, more = ''): string => `GET ${path} HTTP/1.1\r\nHost: x\r\n${more}\r\n`;

/** All that comes until the connection ends. */
async function rest(near: Socket): Promise<string> {
  let text = '';
  near.on('data', (data) => {
    text += data.toString('latin1');
  });
  near.resume();
  await once(near, 'close', { signal: AbortSignal.timeout(10_000) });
  return text;
}

it.each(['/openapi.yaml', '/llms.txt', '/nowhere'])('ends a connection that asks for %s without end', async (path) => {
  const { near, begun } = await unreading();
  near.write(ask(path).repeat(1500));
  await rest(near);
  expect(begun()).toBeLessThanOrEqual(8);
});

it('ends one whose expectations nobody answers', async () => {
  const { near } = await unreading();
  near.write(ask('/healthz', 'Expect: more\r\n').repeat(1500));
  expect((await rest(near)).split('HTTP/1.1 ').length - 1).toBeLessThanOrEqual(8);
});

it('answers so many at once, and any number one after the other', async () => {
  const { near } = await unreading();
  near.resume();
  let answers = 0;
  near.on('data', (data) => {
    answers += data.toString('latin1').split('HTTP/1.1 200').length - 1;
  });
  for (let round = 1; round <= 3; round++) {
    near.write(ask('/healthz').repeat(8));
    await expect.poll(() => answers).toBe(8 * round);
  }
});

it('ends a connection whose answer stands still, and waits for one that is read with rests', async () => {
  const { near } = await unreading({ unreadMs: 600 });
  near.write(ask('/large'));
  await sleep(2000);
  expect((await rest(near)).length).toBeLessThan(largeBytes);
  const { near: resting } = await unreading({ unreadMs: 3000 });
  let read = 0;
  resting.on('data', ({ length }) => {
    read += length;
  });
  resting.write(ask('/large', 'Connection: close\r\n'));
  await sleep(500);
  resting.resume();
  await once(resting, 'close');
  expect(read).toBeGreaterThan(largeBytes);
});
