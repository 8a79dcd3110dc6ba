import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { quantile } from '../statistics.ts';
import { pollLoad } from './poll-load.ts';

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('sends every request at its time and counts the answers', async () => {
  let asked = 0;
  const url = await listen(createServer((_, response) => response.writeHead(asked++ % 2 === 0 ? 200 : 202).end('{}')));
  const { ms, statuses } = await pollLoad({ urlOf: () => url, perSecond: 200, seconds: 0.5 });
  expect(ms).toHaveLength(100);
  expect(statuses).toEqual({ 200: 50, 202: 50 });
});

it('lets a standstill count in all the requests that were due in it', async () => {
  let asked = 0;
  const standstillMs = 300;
  const url = await listen(
    createServer((_, response) => {
      if (asked++ === 20) {
        const until = performance.now() + standstillMs;
        while (performance.now() < until);
      }
      response.end('{}');
    }),
  );
  const { ms } = await pollLoad({ urlOf: () => url, perSecond: 100, seconds: 1 });
  // Of a hundred requests thirty were due while nothing was answered.
  expect(quantile(ms, 0.8)).toBeGreaterThan(50);
  expect(Math.max(...ms)).toBeGreaterThan(0.9 * standstillMs);
});
