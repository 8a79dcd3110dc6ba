import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPartnerKey } from '../server/accounts/partner-keys.ts';
import { loadSettings } from '../server/config/load-settings.ts';
import { monitorPlace } from '../server/config/monitor-place.ts';
import { securityHeaders } from '../server/http/security-headers.ts';
import type { RunningServer } from '../server/serve.ts';
import type { ServerOptions } from '../server/server-options.ts';
import { mediaInDataDir } from '../server/store/media/open-media.ts';
import { startWorker } from '../server/worker.ts';
import { postStart } from './support/api-server.ts';
import { resultOf, runCommand, startCommand } from './support/command-line.ts';
import { emptySchema, sharedPostgres } from './support/shared-postgres.ts';
import { smallClip } from './support/small-clip.ts';
import { startWatchedServer } from './support/start-watched-server.ts';
import { tempDir } from './support/temp-dir.ts';

const monitor = { host: '127.0.0.1', port: 0, token: null };

async function started(options: Partial<ServerOptions> = {}): Promise<RunningServer & { readonly dataDir: string }> {
  const dataDir = join(tempDir(), 'data');
  const server = await startWatchedServer({ port: 0, dataDir, workers: 0, monitor, ...options });
  onTestFinished(() => server.close());
  return { ...server, dataDir };
}

const asked = async (url: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(url, { headers });
  return { status: answer.status, body: await answer.text() };
};

/** The value of one line of the metrics. */
const lineOf = (text: string, line: string): number | undefined => {
  const found = text.split('\n').find((each) => each.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length + 1));
};

describe('/metrics', () => {
  it('counts requests by route, analyses, events, credits and the process, and names nobody', async () => {
    const { url, monitorUrl, dataDir } = await started();
    const { key } = await createPartnerKey(dataDir, 'Acme Running', { credits: 3 });
    await createPartnerKey(dataDir, 'Zenith', { credits: 0 });
    const answer = await postStart({ url, key }, { video: await smallClip(30, 30), weight: '70', height: '1.78' });
    const id = ((await answer.json()) as { video_id: string }).video_id;
    for (let i = 0; i < 3; i++) await asked(`${url}/analysis/${id}/results?apiKey=${key}`);
    await asked(`${url}/wp-admin/${id}?apiKey=${key}`);
    const { status, body } = await asked(`${monitorUrl}/metrics`);
    expect(status).toBe(200);
    const route = 'method="GET",route="/analysis/:analysis_id/results",status="200"';
    expect(lineOf(body, `stridelab_http_request_duration_seconds_count{${route}}`)).toBe(3);
    expect(lineOf(body, 'stridelab_http_request_duration_seconds_count{method="GET",route="none",status="404"}')).toBe(
      1,
    );
    expect(lineOf(body, 'stridelab_analyses{state="pending"}')).toBe(1);
    expect(lineOf(body, 'stridelab_analyses{state="analyzing"}')).toBe(0);
    expect(lineOf(body, 'stridelab_oldest_waiting_seconds')).toBeGreaterThan(0);
    expect(lineOf(body, 'stridelab_credits_balance')).toBe(2);
    expect(lineOf(body, 'stridelab_partners_without_credits')).toBe(1);
    expect(lineOf(body, 'stridelab_webhook_events{state="dead"}')).toBe(0);
    expect(lineOf(body, 'stridelab_webhook_attempts_total{outcome="delivered"}')).toBe(0);
    expect(lineOf(body, 'stridelab_uploads_under_way')).toBe(0);
    expect(lineOf(body, 'stridelab_store_up')).toBe(1);
    expect(lineOf(body, 'stridelab_disk_free_bytes')).toBeGreaterThan(0);
    expect(body).toContain('nodejs_eventloop_lag_seconds ');
    expect(body).toContain('process_resident_memory_bytes ');
    for (const secret of [id, key, 'Acme', 'wp-admin']) expect(body).not.toContain(secret);
  });

  it('counts how analyses end', async () => {
    const { url, monitorUrl, dataDir } = await started({ workers: 1 });
    const { key } = await createPartnerKey(dataDir, 'Acme Running');
    await postStart({ url, key }, { video: await smallClip(30, 30), weight: '70', height: '1.78' });
    const line = 'stridelab_analysis_duration_seconds_count{outcome="failed"}';
    await expect
      .poll(async () => lineOf((await asked(`${monitorUrl}/metrics`)).body, line), { timeout: 30_000, interval: 500 })
      .toBe(1);
    const { body } = await asked(`${monitorUrl}/metrics`);
    expect(lineOf(body, 'stridelab_analysis_duration_seconds_sum{outcome="failed"}')).toBeGreaterThan(0);
  });

  it('is read with the token alone, and never on the API’s port', async () => {
    const { url, monitorUrl } = await started({ monitor: { ...monitor, token: 'a-token' } });
    for (const authorization of ['', 'Bearer a-tokem', 'a-token', 'Basic a-token'])
      expect((await asked(`${monitorUrl}/metrics`, { authorization })).status).toBe(401);
    expect((await asked(`${monitorUrl}/metrics`, { authorization: 'Bearer a-token' })).status).toBe(200);
    for (const path of ['/healthz', '/readyz']) expect((await asked(monitorUrl + path)).status).toBe(200);
    expect((await asked(`${url}/metrics`)).status).toBe(404);
  });

  it('needs a token where other machines reach it', () => {
    const place = (flags: Record<string, string>) => monitorPlace(loadSettings({ flags, environment: {} }).values);
    expect(place({})).toBeNull();
    for (const address of ['127.0.0.1:1', '127.9.9.9:1', '[::1]:1', 'localhost:1'])
      expect(place({ monitor: address })).toMatchObject({ port: 1, token: null });
    for (const address of ['0.0.0.0:1', '[::]:1', '10.0.0.7:1', 'example.org:1', '1.2.3.4:1'])
      expect(() => place({ monitor: address })).toThrow(/monitor-token/);
    expect(place({ monitor: '0.0.0.0:1', monitorToken: 't' })).toEqual({ host: '0.0.0.0', port: 1, token: 't' });
  });
});

it.each(['/healthz', '/readyz', '/metrics', '/nowhere'])(
  'has the security headers on the monitor’s %s',
  async (path) => {
    const { monitorUrl } = await started({ monitor: { ...monitor, token: 'secret' } });
    const { headers } = await fetch(monitorUrl + path);
    expect(Object.fromEntries(headers)).toMatchObject(securityHeaders);
  },
);

it('exports what the guide names, in its alerts too, and nothing that it does not', async () => {
  const { monitorUrl } = await started();
  const { body } = await asked(`${monitorUrl}/metrics`);
  const exported = new Set(Array.from(body.matchAll(/^# TYPE (stridelab_\w+)/gm), ([, name]) => name));
  const guide = readFileSync('docs/guides/operate.md', 'utf8');
  const named = new Set(Array.from(guide.matchAll(/\bstridelab_\w+/g), ([name]) => name.replace(/_(count|sum)$/, '')));
  expect([...named].toSorted()).toEqual([...exported].toSorted());
});

it('tells of starts that are put off for the sake of the disk', async () => {
  const { url, monitorUrl, dataDir } = await started({ limits: { freeBytes: 2 ** 60 } });
  const { key } = await createPartnerKey(dataDir, 'Acme Running');
  const video = await smallClip(30, 30);
  const { status } = await postStart({ url, key }, { video, weight: '70', height: '1.78' });
  expect(status).toBe(429);
  const { body } = await asked(`${monitorUrl}/metrics`);
  expect(lineOf(body, 'stridelab_starts_put_off_total{why="disk"}')).toBe(1);
  expect(lineOf(body, 'stridelab_starts_put_off_total{why="waiting"}')).toBe(0);
});

describe('/readyz', () => {
  const places = ({ url, monitorUrl }: RunningServer) => [`${url}/readyz`, `${monitorUrl}/readyz`];
  const expectUnready = async (server: RunningServer, code: string): Promise<void> => {
    for (const place of places(server)) {
      const answer = await fetch(place);
      const { code: told } = (await answer.json()) as { readonly code: string };
      expect({ status: answer.status, code: told }).toEqual({ status: 503, code });
      expect(answer.headers.get('retry-after')).toBe('5');
    }
    const { body } = await asked(`${server.monitorUrl}/metrics`);
    expect(lineOf(body, `stridelab_unready{reason="${code}"}`)).toBe(1);
    expect((await asked(`${server.url}/healthz`)).status).toBe(200);
  };

  it('is well where all is well', async () => {
    for (const place of places(await started({ workers: 1 })))
      expect(await asked(place)).toEqual({ status: 200, body: '{"status":"ready"}' });
  });

  it('tells that the disk is nearly full', async () => {
    await expectUnready(await started({ limits: { freeBytes: 2 ** 60 } }), 'disk_nearly_full');
  });

  it('tells that the worker’s program is gone', async () => {
    const workerEntry = new URL(`file://${tempDir()}/gone.js`);
    await expectUnready(await started({ workers: 1, workerEntry }), 'workers_unable');
  });

  it('looks at the place of the media beside that of the data, as uploads do', async () => {
    const folder = join(tempDir(), 'media');
    const server = await started({ media: { ...mediaInDataDir, place: folder } });
    await rm(folder, { recursive: true });
    await expectUnready(server, 'store_unavailable');
  });

  it('tells that the folder of the pictures is gone, and takes no starts, until it is back', async () => {
    const server = await started();
    const { key } = await createPartnerKey(server.dataDir, 'Acme Running');
    const folder = join(server.dataDir, 'media');
    await rm(folder, { recursive: true });
    await expectUnready(server, 'store_unavailable');
    const refused = await postStart({ url: server.url, key }, { video: await smallClip(60, 30) });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect((await asked(`${server.monitorUrl}/metrics`)).status).toBe(200);
    await mkdir(folder);
    expect((await asked(`${server.url}/readyz`)).status).toBe(200);
  });

  it('tells that the data folder is gone, which is no full disk', async () => {
    const server = await started();
    await rm(server.dataDir, { recursive: true });
    await expectUnready(server, 'store_unavailable');
  });
});

it('of a worker tells of its own analyses, and of its readiness', async (context) => {
  const database = await sharedPostgres();
  if (database === null) return context.skip('no PostgreSQL runs on this machine');
  const databaseUrl = await emptySchema(database);
  const worker = await startWorker({ dataDir: join(tempDir(), 'data'), databaseUrl, workers: 1, monitor });
  onTestFinished(() => worker.close());
  await expect.poll(() => asked(`${worker.monitorUrl}/readyz`)).toEqual({ status: 200, body: '{"status":"ready"}' });
  const { body } = await asked(`${worker.monitorUrl}/metrics`);
  expect(lineOf(body, 'stridelab_store_up')).toBe(1);
  expect(lineOf(body, 'stridelab_analysis_duration_seconds_count{outcome="success"}')).toBe(0);
}, 60_000);

it.each([
  ['--port', 'Name another port with --port'],
  ['--monitor', 'Name another one by `monitor`'],
])(
  'ends a start at once whose %s is taken',
  async (flag, advice) => {
    const taken = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void taken.close());
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const free = flag === '--port' ? ['--monitor', '127.0.0.1:0'] : ['--port', '0'];
    const address = flag === '--port' ? String(port) : `127.0.0.1:${port}`;
    const { status, stderr } = await runCommand(tempDir(), 'serve', '--data', 'data', flag, address, ...free);
    expect({ status, stderr }).toEqual({ status: 5, stderr: expect.stringContaining('error address_unavailable') });
    expect(stderr).toContain(advice);
  },
  15_000,
);

it('says first that it stops, then refuses connections, and ends well', async () => {
  const folder = tempDir();
  const flags = ['--stop-delay', '1', '--monitor', '127.0.0.1:0', '--workers', '0'];
  const child = startCommand(folder, ['serve', '--port', '0', '--data', 'data', ...flags]);
  const ended = resultOf(child);
  let log = '';
  child.stdout?.on('data', (data: Buffer) => {
    log += data.toString();
  });
  await expect.poll(() => log, { timeout: 20_000 }).toMatch(/Metrics: \S+\n/);
  const url = /API at (\S+)/.exec(log)?.[1] ?? '';
  expect((await asked(`${url}/readyz`)).status).toBe(200);
  child.kill('SIGTERM');
  await expect.poll(async () => (await asked(`${url}/readyz`)).body).toContain('"code":"stopping"');
  expect((await asked(`${url}/healthz`)).status).toBe(200);
  expect((await ended).status).toBe(0);
  await expect(fetch(`${url}/readyz`)).rejects.toThrow();
});
