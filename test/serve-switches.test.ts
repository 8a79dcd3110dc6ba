import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { partnerCredits } from '../server/accounts/partner-credits.ts';
import { createPartnerKey } from '../server/accounts/partner-keys.ts';
import type { Started } from '../server/contract/schemas/start.ts';
import { postStart } from './support/api-server.ts';
import { startCommand } from './support/command-line.ts';
import { emptySchema, sharedPostgres } from './support/shared-postgres.ts';
import { smallClip } from './support/small-clip.ts';
import { tempDir } from './support/temp-dir.ts';
import { uploadsIn } from './support/uploads-in.ts';

interface Served {
  readonly url: string;
  readonly key: string;
  readonly dataDir: string;
  /** Everything that the server has written so far. */
  log(): string;
}

/** `stridelab serve` with the switches, on a folder of its own with a partner of 2 credits. */
async function serve(...switches: string[]): Promise<Served> {
  const folder = tempDir();
  const dataDir = join(folder, 'data');
  const { key } = await createPartnerKey(dataDir, 'acme', { credits: 2 });
  const child = startCommand(folder, ['serve', '--port', '0', '--data', 'data', '--workers', '1', ...switches]);
  onTestFinished(() => stopped(child));
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => {
      log += data.toString();
    });
  const address = /serves the Partner API at (\S+)/;
  await expect.poll(() => log, { timeout: 45_000 }).toMatch(address);
  return { url: address.exec(log)?.[1] ?? '', key, dataDir, log: () => log };
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

async function started(server: Served, fields: Readonly<Record<string, string>>, frames = 30): Promise<string> {
  const answer = await postStart(server, { video: await smallClip(frames, 30), ...fields });
  expect(answer.status).toBe(202);
  return ((await answer.json()) as Started).video_id;
}

/** The body of an analysis that has failed. */
async function failed({ url, key }: Served, id: string): Promise<unknown> {
  const ask = (): Promise<Response> => fetch(`${url}/analysis/${id}/results?apiKey=${key}`);
  await expect.poll(async () => (await ask()).status, { timeout: 30_000, interval: 500 }).toBe(400);
  return (await ask()).json();
}

const saveWebhook = ({ url, key }: Served, address: string): Promise<Response> =>
  fetch(`${url}/webhook?apiKey=${key}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: address, enabled: true }),
  });

const loopback = 'http://127.0.0.1:9/hook';

it('does what each of its switches says', async () => {
  const server = await serve(
    ...['--no-reasons', '--keep-credits-of-failed', '--rate-limit', '100'],
    ...['--public-url', 'https://gait.example.org/api/', '--webhook-http', '--webhook-allow', '127.0.0.0/8'],
  );
  const id = await started(server, {});
  expect(await failed(server, id)).toEqual({ video_id: id, status: 'failed' });
  expect(await partnerCredits(server.dataDir, 'acme')).toMatchObject({ taken: 1, returned: 0, balance: 1 });
  expect((await saveWebhook(server, loopback)).status).toBe(200);
  expect(await (await fetch(`${server.url}/llms.txt`)).text()).toContain('Base URL: https://gait.example.org/api\n');
  const statuses = new Set<number>();
  for (let i = 0; i < 101; i++) statuses.add((await fetch(`${server.url}/webhook?apiKey=${server.key}`)).status);
  expect([...statuses]).toEqual([200, 429]);
});

it('gives up at its deadline, and the credit back', async () => {
  const server = await serve('--deadline', '1');
  const long = await started(server, {}, 300);
  expect(await failed(server, long)).toMatchObject({ reason: { code: 'deadline_exceeded' } });
  expect(await partnerCredits(server.dataDir, 'acme')).toMatchObject({ taken: 1, returned: 1, balance: 2 });
});

it('without them tells reasons, gives credits back and calls public addresses alone', async () => {
  const server = await serve();
  const nobody = await started(server, {});
  expect(await failed(server, nobody)).toMatchObject({ reason: { code: 'no_person' } });
  expect(await partnerCredits(server.dataDir, 'acme')).toMatchObject({ taken: 1, returned: 1, balance: 2 });
  for (const address of [loopback, 'http://client.example.com/hook', 'https://127.0.0.1/hook'])
    expect((await saveWebhook(server, address)).status).toBe(422);
  expect((await saveWebhook(server, 'https://client.example.com/hook')).status).toBe(200);
  expect(await (await fetch(`${server.url}/llms.txt`)).text()).toContain(`Base URL: ${server.url}\n`);
});

it('does not log an upload that the client broke off as a fault of its own', async () => {
  const server = await serve();
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.write(
    `POST /analysis/start?apiKey=${server.key} HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n` +
      'Content-Length: 5000\r\n\r\n--b\r\nContent-Disposition: form-data; name="video"; filename="a"\r\n\r\nhalf of it',
  );
  await expect.poll(() => uploadsIn(server.dataDir), { timeout: 5000 }).toHaveLength(1);
  socket.destroy();
  await expect.poll(() => server.log(), { timeout: 5000 }).toContain('the client went away');
  expect(server.log()).not.toContain('"level":50');
  expect(uploadsIn(server.dataDir)).toEqual([]);
});

it('answers the id of a request, which its lines of the log carry', async () => {
  const server = await serve();
  const named = await fetch(`${server.url}/nothing`, { headers: { 'x-request-id': 'edge-7:12' } });
  expect(named.headers.get('x-request-id')).toBe('edge-7:12');
  const unnamed = await fetch(`${server.url}/healthz`, { headers: { 'x-request-id': 'a "b"' } });
  expect(unnamed.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  for (const { headers } of [named, unnamed]) {
    const id = headers.get('x-request-id');
    await expect.poll(() => server.log().split(`"requestId":"${id}"`).length).toBe(3);
  }
});

it('logs the id of the request that started an analysis with all that is done of it', async () => {
  const server = await serve();
  const answer = await postStart(server, { video: await smallClip(30, 30), weight: '70', height: '1.78' });
  const id = ((await answer.json()) as Started).video_id;
  const requestId = answer.headers.get('x-request-id');
  const lines = (): Record<string, unknown>[] =>
    server
      .log()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ analysis }) => analysis === id);
  await expect.poll(() => lines().map(({ msg }) => msg), { timeout: 30_000 }).toContain('analysis ended');
  expect(lines().map(({ msg }) => msg)).toContain('analysis began');
  expect(lines().every((line) => line.requestId === requestId)).toBe(true);
});

it('logs what is as severe as it is told to', async () => {
  const server = await serve('--log-level', 'error');
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect(server.log()).not.toContain('"level"');
});

it('logs every request, and no key or signature', async () => {
  const server = await serve();
  const paths = [
    '/subjects?apiKey=KEY',
    '/nothing?apiKey=KEY',
    '/%zz?apiKey=KEY',
    '/media/a/b?expires=1&signature=KEY',
    '/analysis/start?x=%0A&apiKey=KEY',
  ];
  for (const path of paths) await fetch(server.url + path.replace('KEY', server.key));
  await fetch(`${server.url}/subjects?apiKey=${server.key}`, { method: 'POST', body: `{"name": "${server.key}` });
  await expect.poll(() => server.log().split('request completed').length).toBeGreaterThan(paths.length);
  expect(server.log()).toContain('"path":"/media/a/b"');
  expect(server.log()).not.toContain(server.key.slice(4, 16));
  expect(server.log()).not.toContain('apiKey');
});

it('says where the console is and how to let somebody in, and has none where it is switched off', async () => {
  const alone = await serve();
  await expect.poll(() => alone.log()).toContain(`Console: ${alone.url}/console\n`);
  expect(alone.log()).toContain(
    'Nobody can sign in to it yet: stridelab people add NAME --partner PARTNER, with the same --data.',
  );
  expect((await fetch(`${alone.url}/console`)).status).toBe(200);
  const without = await serve('--no-console');
  await expect.poll(() => without.log()).toContain('Health:');
  expect((await fetch(`${without.url}/console`)).status).toBe(404);
  expect(without.log()).not.toContain('Console:');
});

it('says to let people in on the database where the store is there', async (context) => {
  const database = await sharedPostgres();
  if (database === null) return context.skip('no PostgreSQL runs on this machine');
  const server = await serve('--database', await emptySchema(database));
  await expect.poll(() => server.log()).toContain('people add NAME --partner PARTNER, with the same --database.\n');
});
