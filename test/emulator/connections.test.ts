import { get } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '../../server/emulator/start-emulator.ts';
import { Client, emulated } from './client.ts';

const broken = async (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'answered',
    (error: Error & { readonly cause?: { readonly code?: string } }) => error.cause?.code ?? error.message,
  );
/** What comes of an answer, though it should break off. */
const received = (
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly promised: number; readonly bytes: number; readonly isWhole: boolean }> =>
  new Promise((resolve, reject) => {
    get(url, { headers }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on('error', () => undefined);
      answer.on('close', () =>
        resolve({ promised: Number(answer.headers['content-length']), bytes, isWhole: answer.complete }),
      );
    }).on('error', reject);
  });
const header = (name: string) => ({ headers: { 'StrideLab-Scenario': name } });

it('resets the connection, and the next request passes', async () => {
  const api = await emulated();
  const client = new Client(api.url, 'a');
  expect(await broken(client.ask('/analysis', header('connection-reset')))).toBe('ECONNRESET');
  expect((await client.ask('/analysis')).status).toBe(200);
  expect(api.journal.requests({}, 'a').map(({ status }) => status)).toEqual([null, 200]);
});

it('answers late what cannot be answered, too', async () => {
  const api = await emulated();
  const client = new Client(api.url, 'a');
  const late = { 'StrideLab-Scenario': 'latency-5', prefer: 'code=999' };
  const { status, body } = await client.ask('/analysis', { headers: late });
  expect([status, body.code]).toEqual([400, 'malformed_request']);
  const gone = AbortSignal.timeout(20);
  await expect(client.ask('/analysis', { ...header('latency-100,connection-reset'), signal: gone })).rejects.toThrow();
  // Its connection is to be reset by then, and it has gone.
  await expect.poll(() => api.journal.requests({ status: null }, 'a')).toHaveLength(1);
  expect((await client.ask('/analysis')).status).toBe(200);
});

it('breaks off in the middle of an answer', async () => {
  const client = new Client((await emulated()).url, 'a');
  expect(await broken(client.ask('/analysis', header('connection-cut')))).not.toBe('answered');
  expect((await client.ask('/analysis')).status).toBe(200);
});

it('breaks off answers that are streamed, in their middle', async () => {
  // No watcher, which would gather streams.
  const api = await startEmulator();
  onTestFinished(() => api.close());
  const client = new Client(api.url, 'a');
  const id = await client.started('run.mp4');
  const { output_video: video } = (await client.ended(id)).body;
  const results = `${api.url}/analysis/${id}/results`;
  for (const url of [video, `${results}/frame_data?apiKey=a`, `${api.url}/openapi.yaml`, `${results}?apiKey=a`]) {
    const whole = (await (await fetch(url)).arrayBuffer()).byteLength;
    const cut = await received(url, { 'StrideLab-Scenario': 'connection-cut' });
    expect([cut.promised, cut.bytes, cut.isWhole]).toEqual([whole, Math.floor(whole / 2), false]);
  }
  expect(await broken(fetch(video, { method: 'HEAD', ...header('connection-cut') }))).not.toBe('answered');
  const etag = (await fetch(video)).headers.get('etag') ?? '';
  const cached = { headers: { 'StrideLab-Scenario': 'connection-cut', 'if-none-match': etag } };
  expect(await broken(fetch(video, cached))).not.toBe('answered');
});

it('takes its time', async () => {
  const client = new Client((await emulated()).url, 'a');
  const startMs = performance.now();
  await client.ask('/analysis', header('latency-150'));
  expect(performance.now() - startMs).toBeGreaterThan(140);
});

it('has faults come by chance, the same ones for the same seed, for the operations that are named', async () => {
  const run = async (seed: number): Promise<string> => {
    const api = await emulated({ seed });
    api.setFaults({ resetShare: 0.2, errorShare: 0.2, rateLimitShare: 0.2, operations: ['listAnalyses'] });
    const client = new Client(api.url, 'a');
    const told: string[] = [];
    for (let i = 0; i < 40; i++)
      told.push(
        String(
          await client.ask('/analysis').then(
            ({ status }) => status,
            () => 'reset',
          ),
        ),
      );
    for (let i = 0; i < 10; i++) expect((await client.ask('/subjects')).status).toBe(200);
    api.setFaults({});
    expect((await client.ask('/analysis')).status).toBe(200);
    return told.join(' ');
  };
  const first = await run(7);
  expect(first).toBe(await run(7));
  expect(first).not.toBe(await run(8));
  for (const what of ['200', '429', '500', 'reset']) expect(first).toContain(what);
});

it('has latency and jitter by rule', async () => {
  const api = await emulated();
  api.setFaults({ latencyMs: 60, jitterMs: 30 });
  const client = new Client(api.url, 'a');
  for (let i = 0; i < 3; i++) {
    const startMs = performance.now();
    await client.ask('/analysis');
    expect(performance.now() - startMs).toBeGreaterThan(25);
  }
});
