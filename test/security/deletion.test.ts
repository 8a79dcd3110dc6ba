import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { builtEntry } from '../../engine/built-entry.ts';
import { withStores } from '../../server/accounts/operator-stores.ts';
import { createPartnerKey } from '../../server/accounts/partner-keys.ts';
import { sampleClip } from '../../server/emulator/media/sample-clip.ts';
import { startServer } from '../../server/serve.ts';
import type { ServerOptions } from '../../server/server-options.ts';
import { type ApiServer, startApiServer } from '../support/api-server.ts';
import { runCommand } from '../support/command-line.ts';
import { tempDir } from '../support/temp-dir.ts';

const workerEntry = builtEntry(import.meta.url, '../../bench/reliability/emulated-analyser.js');
const servers: ApiServer[] = [];
afterEach(async () => {
  delete process.env.EMULATED_MS;
  for (const server of servers.splice(0)) await server.stop();
});

async function open(options: Partial<ServerOptions> = {}): Promise<ApiServer> {
  const server = await startApiServer({ workers: 1, workerEntry, ...options });
  servers.push(server);
  return server;
}

const ask = async ({ url, key }: ApiServer, path: string, method = 'GET', json?: unknown) => {
  const body =
    json === undefined ? {} : { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } };
  const response = await fetch(`${url}${path}?apiKey=${key}`, { method, ...body });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
};

async function start(
  { url, key }: Pick<ApiServer, 'url' | 'key'>,
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  const form = new FormData();
  form.append('video', new Blob([new Uint8Array(sampleClip())]), 'run.mp4');
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const response = await fetch(`${url}/analysis/start?apiKey=${key}`, { method: 'POST', body: form });
  expect(response.status).toBe(202);
  return ((await response.json()) as { readonly video_id: string }).video_id;
}

async function until(server: ApiServer, id: string, status: string): Promise<Record<string, unknown>> {
  for (let waitedMs = 0; waitedMs < 30_000; waitedMs += 50) {
    const { body } = await ask(server, `/analysis/${id}/results`);
    if (body.status === status) return body;
    await sleep(50);
  }
  throw new Error(`${id} did not become ${status}`);
}

/** Names of all files below the data folder that name an analysis, or hold a text. */
function filesNaming(dataDir: string, ...words: readonly string[]): string[] {
  const names = readdirSync(dataDir, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => words.some((word) => name.includes(word)));
}

it('deletes a finished analysis with its files, links and lists; what it was of is not on the disk', async () => {
  const server = await open();
  const name = `Mia-${randomUUID()}`;
  const { body: subject } = await ask(server, '/subjects', 'POST', { name, email: `${name}@example.com` });
  const id = await start(server, { subject_id: subject.subject_id });
  const results = JSON.stringify(await until(server, id, 'success'));
  const [link] = /https?:[^"]+\/media\/[^"]+/.exec(results) ?? [''];
  const picture = await fetch(link);
  expect(picture.status).toBe(200);
  // A client's pages show it, and nothing of it runs.
  expect(picture.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(picture.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; img-src 'self'; media-src 'self'/,
  );
  expect(picture.headers.get('x-content-type-options')).toBe('nosniff');
  expect(picture.headers.get('referrer-policy')).toBe('no-referrer');
  expect(filesNaming(server.dataDir, id)).not.toEqual([]);

  expect(await ask(server, `/analysis/${id.toUpperCase()}/delete`, 'POST')).toEqual({
    status: 200,
    body: { message: 'Analysis deleted' },
  });
  expect(await ask(server, `/analysis/${id}/delete`, 'POST')).toEqual({
    status: 404,
    body: { detail: 'Analysis not found' },
  });
  for (const path of ['results', 'results/calculated_data', 'results/frame_data'])
    expect((await ask(server, `/analysis/${id}/${path}`)).status).toBe(404);
  expect((await fetch(link)).status).toBe(403);
  expect((await ask(server, '/analysis')).body).toEqual({ analyses: [] });
  expect((await ask(server, `/analysis/subjects/${subject.subject_id}`)).body.analyses).toEqual([]);
  expect(filesNaming(server.dataDir, id)).toEqual([]);
  expect((await ask(server, `/subjects/${subject.subject_id}/delete`, 'POST')).status).toBe(200);

  await withStores(server.dataDir, async ({ usage, accounts }) => {
    const [{ outcome, analyses }] = await usage.byMonth((await accounts.partnerNamed('Acme Running')) ?? '');
    expect([outcome, analyses]).toEqual(['success', 1]);
  });
});

it('ends an analysis that runs or waits, and no file of it comes back', { timeout: 60_000 }, async () => {
  process.env.EMULATED_MS = '20000';
  const server = await open();
  const runs = await start(server);
  const waits = await start(server);
  await until(server, runs, 'analyzing');
  for (const id of [runs, waits]) expect((await ask(server, `/analysis/${id}/delete`, 'POST')).status).toBe(200);
  process.env.EMULATED_MS = '50';
  await sleep(1500);
  expect(filesNaming(server.dataDir, runs, waits)).toEqual([]);
  // The worker is free again, long before the first one would have ended.
  const next = await start(server);
  await expect
    .poll(async () => (await ask(server, `/analysis/${next}/results`)).body.status, { timeout: 10_000 })
    .toBe('analyzing');
  expect((await ask(server, `/analysis/${next}/delete`, 'POST')).status).toBe(200);
});

it('ends every link that was given out once the key is replaced, while the server runs', async () => {
  const server = await open();
  const id = await start(server);
  const linkNow = async (): Promise<string> =>
    /https?:[^"]+\/media\/[^"]+/.exec(JSON.stringify(await until(server, id, 'success')))?.[0] ?? '';
  const link = await linkNow();
  expect((await fetch(link)).status).toBe(200);
  expect((await runCommand('.', 'data', 'rotate-links', '--data', server.dataDir)).status).toBe(0);
  for (let waitedMs = 0; waitedMs < 10_000 && (await fetch(link)).status === 200; waitedMs += 100) await sleep(100);
  expect((await fetch(link)).status).toBe(403);
  expect((await fetch(await linkNow())).status).toBe(200);
});

it('replaces no key where there is no store, and makes none', async () => {
  const data = join(tempDir(), 'mistyped');
  const { status, stderr } = await runCommand('.', 'data', 'rotate-links', '--data', data);
  expect({ status, there: existsSync(data) }).toEqual({ status: 5, there: false });
  expect(stderr).toContain('no store is in');
});

it('deletes what has reached its age by itself, once the server starts', async () => {
  const dataDir = tempDir();
  const { key } = await createPartnerKey(dataDir, 'Acme');
  const first = await startServer({ port: 0, dataDir, workers: 0 });
  const id = await start({ url: first.url, key });
  await first.close();
  expect(filesNaming(dataDir, id)).not.toEqual([]);
  const second = await startServer({ port: 0, dataDir, workers: 0, retentionMs: 1 });
  for (let waitedMs = 0; waitedMs < 10_000 && filesNaming(dataDir, id).length > 0; waitedMs += 50) await sleep(50);
  const { status } = await fetch(`${second.url}/analysis/${id}/results?apiKey=${key}`);
  await second.close();
  expect(status).toBe(404);
  expect(filesNaming(dataDir, id)).toEqual([]);
});

it('deletes by the operator’s command, a subject with all its analyses too, and leaves the rest', async () => {
  const server = await open({ workers: 0 });
  const { body: subject } = await ask(server, '/subjects', 'POST', { name: 'Mia' });
  const [own, other, single] = [
    await start(server, { subject_id: subject.subject_id }),
    await start(server),
    await start(server),
  ];
  const { stdout } = await runCommand(
    '.',
    'data',
    'delete',
    subject.subject_id,
    single,
    '--data',
    server.dataDir,
    '--json',
  );
  expect(JSON.parse(stdout)).toEqual({
    deleted_analyses: [own, single],
    deleted_subjects: [subject.subject_id],
    unknown: [],
  });
  for (const id of [own, single]) expect((await ask(server, `/analysis/${id}/results`)).status).toBe(404);
  expect((await ask(server, `/analysis/${other}/results`)).status).toBe(200);
  expect((await ask(server, `/subjects/${subject.subject_id}`)).status).toBe(404);
  const unknown = await runCommand('.', 'data', 'delete', randomUUID(), '--data', server.dataDir);
  expect([unknown.status, unknown.stderr]).toEqual([2, expect.stringContaining('nothing has the id')]);
});

it('leaves no word of a deleted runner in the store’s files once the server has stopped', async () => {
  const dataDir = tempDir();
  const { key } = await createPartnerKey(dataDir, 'Acme');
  const server = await startServer({ port: 0, dataDir, workers: 0 });
  const name = `Mia-${randomUUID()}`;
  const body = JSON.stringify({ name, email: `${name}@example.com` });
  const headers = { 'content-type': 'application/json' };
  const created = await fetch(`${server.url}/subjects?apiKey=${key}`, { method: 'POST', body, headers });
  const { subject_id: id } = (await created.json()) as { readonly subject_id: string };
  const stored = (): string =>
    readdirSync(dataDir)
      .filter((file) => file.startsWith('stridelab.db'))
      .map((file) => readFileSync(join(dataDir, file), 'latin1'))
      .join('');
  expect(stored()).toContain(name);
  await fetch(`${server.url}/subjects/${id}/delete?apiKey=${key}`, { method: 'POST' });
  await server.close();
  expect(stored()).not.toContain(name);
});
