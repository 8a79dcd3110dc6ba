import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { builtEntry } from '../../../engine/built-entry.ts';
import { createPartnerKey } from '../../../server/accounts/partner-keys.ts';
import { sampleClip } from '../../../server/emulator/media/sample-clip.ts';
import { type RunningServer, startServer } from '../../../server/serve.ts';

/** One partner of a server, and all that is its own. */
export interface Tenant {
  readonly key: string;
  /** Ids by what they are of. */
  readonly ids: Readonly<Record<string, string>>;
  /** Signed links to the pictures of the analysis that is done, without the server's address. */
  readonly links: readonly string[];
}

export interface TenantWorld {
  readonly url: string;
  readonly dataDir: string;
  readonly victim: Tenant;
  readonly attacker: Tenant;
  close(): Promise<void>;
}

const longestMs = 60_000;
/** Webhooks go nowhere: nothing listens on this port of this machine. */
const deadUrl = 'http://127.0.0.1:9/hook';

/**
 * A server with two partners that have one of everything: a subject, a deleted one, an analysis that is done with its pictures, and one
 * that waits. The analyses are made up, their files are not looked into.
 */
export async function openTenantWorld(): Promise<TenantWorld> {
  const dataDir = await mkdtemp(join(tmpdir(), 'stridelab-tenants-'));
  const options = { port: 0, dataDir, webhookHttp: true, webhookAllow: ['127.0.0.1'] };
  const keys = await Promise.all(['Victim', 'Attacker'].map((name) => createPartnerKey(dataDir, name)));
  const workerEntry = builtEntry(import.meta.url, '../emulated-analyser.js');
  let server: RunningServer = await startServer({ ...options, workers: 1, workerEntry });
  try {
    const done: string[] = [];
    for (const { key } of keys) done.push(await finishedAnalysis(server.url, key));
    await server.close();
    // From now on what waits goes on waiting.
    server = await startServer({ ...options, workers: 0 });
    const [victim, attacker] = await Promise.all(
      keys.map(async ({ key, keyId, partnerId }, index) => tenant(server.url, key, done[index], { keyId, partnerId })),
    );
    return {
      url: server.url,
      dataDir,
      victim,
      attacker,
      close: async () => {
        await server.close();
        await rm(dataDir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function tenant(
  url: string,
  key: string,
  done: string,
  { keyId, partnerId }: { readonly keyId: string; readonly partnerId: string },
): Promise<Tenant> {
  await send(url, `/webhook?apiKey=${key}`, 'PUT', { url: deadUrl, enabled: true });
  const subject = await newSubject(url, key);
  const deletedSubject = await newSubject(url, key);
  await send(url, `/subjects/${deletedSubject}/delete?apiKey=${key}`, 'POST');
  const results = await send(url, `/analysis/${done}/results?apiKey=${key}`, 'GET');
  const links = [...JSON.stringify(results).matchAll(/https?:\/\/[^"/]+(\/media\/[^"]+)/g)].map(([, path]) => path);
  return {
    key,
    ids: {
      'analysis that is done': done,
      'analysis that waits': await startedAnalysis(url, key, subject),
      subject,
      'deleted subject': deletedSubject,
      partner: partnerId,
      key: keyId,
    },
    links,
  };
}

async function newSubject(url: string, key: string): Promise<string> {
  const body = { name: `Runner ${randomUUID()}`, email: `${randomUUID()}@example.com` };
  return textOf(await send(url, `/subjects?apiKey=${key}`, 'POST', body), 'subject_id');
}

async function startedAnalysis(url: string, key: string, subject?: string): Promise<string> {
  const form = new FormData();
  form.append('video', new Blob([new Uint8Array(sampleClip())]), 'run.mp4');
  if (subject !== undefined) form.append('subject_id', subject);
  const response = await fetch(`${url}/analysis/start?apiKey=${key}`, { method: 'POST', body: form });
  if (response.status !== 202) throw new Error(`the start was answered ${response.status}: ${await response.text()}`);
  return textOf(await response.json(), 'video_id');
}

async function finishedAnalysis(url: string, key: string): Promise<string> {
  const id = await startedAnalysis(url, key);
  for (let waitedMs = 0; waitedMs < longestMs; waitedMs += 100) {
    const results = await send(url, `/analysis/${id}/results?apiKey=${key}`, 'GET');
    if (textOf(results, 'status') === 'success') return id;
    await sleep(100);
  }
  throw new Error(`analysis ${id} did not end within ${longestMs / 1000} s`);
}

async function send(url: string, path: string, method: string, json?: unknown): Promise<unknown> {
  const response = await fetch(`${url}${path}`, {
    method,
    ...(json !== undefined && { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } }),
  });
  if (!response.ok) throw new Error(`${method} ${path.split('?')[0]} was answered ${response.status}`);
  return response.json();
}

function textOf(json: unknown, name: string): string {
  const value = (json as Readonly<Record<string, unknown>>)[name];
  if (typeof value !== 'string') throw new Error(`there is no ${name} in ${JSON.stringify(json)}`);
  return value;
}
