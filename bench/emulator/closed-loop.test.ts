import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { formOf, rateOf } from './closed-loop.ts';

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('counts what clients have done after the warm-up, on connections that are kept', async () => {
  let connections = 0;
  const server = createServer(async (_, response) => {
    await sleep(20);
    response.end('{}');
  });
  server.on('connection', () => connections++);
  const { perSecond, perCpuSecond } = await rateOf({
    url: await listen(server),
    clients: 4,
    warmUpMs: 200,
    measureMs: 1000,
    act: async (ask) => void (await ask('/', [200])),
    cpuMs: () => performance.now() / 2,
  });
  expect(connections).toBe(4);
  // Four clients, each answered after 20 ms at the earliest.
  expect(perSecond).toBeGreaterThan(0);
  expect(perSecond).toBeLessThanOrEqual(210);
  // As if the server took half of the time.
  expect((perCpuSecond ?? 0) / perSecond).toBeCloseTo(2, 1);
});

it('takes no answer for a result that is none', async () => {
  const url = await listen(createServer((_, response) => response.writeHead(429).end('wait')));
  const act = async (ask: (path: string, expected: readonly number[]) => Promise<string>): Promise<void> =>
    void (await ask('/results', [200]));
  await expect(rateOf({ url, clients: 1, warmUpMs: 10, measureMs: 1000, act, cpuMs: () => null })).rejects.toThrow(
    '/results is answered 429: wait',
  );
});

it('writes a form that a server reads', async () => {
  const file = { name: 'video', fileName: 'run.mp4', content: Buffer.from([0, 13, 10, 45, 45]) };
  const { contentType, body } = formOf({ height: '1.78' }, file);
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  expect(form.get('height')).toBe('1.78');
  const video = form.get('video') as File;
  expect(video.name).toBe('run.mp4');
  expect(Buffer.from(await video.arrayBuffer())).toEqual(file.content);
});
