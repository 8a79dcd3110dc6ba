import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { fetchUnlessStalled } from './fetch-unless-stalled.ts';

const stallMs = 400;
const ask = fetchUnlessStalled(stallMs);

async function served(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('takes an answer to its end that comes slowly, and one that is taken slowly', async () => {
  const url = await served(async (_request, response) => {
    for (let part = 0; part < 8; part++) {
      response.write('part ');
      await sleep(stallMs / 4);
    }
    response.end();
  });
  expect(await (await ask(url)).text()).toBe('part '.repeat(8));
  const reader = (await ask(url)).body!.getReader();
  let parts = 0;
  for (let { done } = await reader.read(); !done; { done } = await reader.read())
    if (parts++ === 1) await sleep(2 * stallMs);
  expect(parts).toBeGreaterThan(1);
});

it('gives up where no answer comes, or no more of one', async () => {
  const silent = await served(() => undefined);
  await expect(ask(silent)).rejects.toThrow('nothing has moved');
  const half = await served((_request, response) => {
    response.writeHead(200, { 'content-length': 1000 });
    response.write('half');
  });
  await expect((await ask(half)).text()).rejects.toThrow('nothing has moved');
});

it('sends what comes slowly, and gives up where it is not taken', async () => {
  const taken = await served((request, response) => {
    let bytes = 0;
    request.on('data', (data: Buffer) => {
      bytes += data.length;
    });
    request.on('end', () => response.end(`${bytes} of ${request.headers['content-length']}`));
  });
  const slow = (parts: number, size: number, waitMs: number): ReadableStream<Uint8Array> => {
    let left = parts;
    return new ReadableStream({
      pull: async (controller) => {
        await sleep(waitMs);
        if (left-- > 0) controller.enqueue(new Uint8Array(size));
        else controller.close();
      },
    });
  };
  const put = (url: string, body: ReadableStream, size: number) =>
    ask(url, { method: 'PUT', body, headers: { 'content-length': String(size) } });
  expect(await (await put(taken, slow(8, 10, stallMs / 4), 80)).text()).toBe('80 of 80');
  const closed = await served((request) => void request.pause());
  await expect(put(closed, slow(400, 1_000_000, 0), 400_000_000)).rejects.toThrow('nothing has moved');
});
