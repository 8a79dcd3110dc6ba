import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { withStores } from '../../server/accounts/operator-stores.ts';
import { createPartnerKey, revokePartnerKey } from '../../server/accounts/partner-keys.ts';
import { addPerson } from '../../server/accounts/partner-people.ts';
import { sampleClip } from '../../server/emulator/media/sample-clip.ts';
import { startCommand } from '../support/command-line.ts';
import { ConsoleClient } from '../support/console-client.ts';
import { tempDir } from '../support/temp-dir.ts';

/** The real server as an operator runs it, that logs all it can. */
async function startServe(dataDir: string) {
  const args = ['serve', '--port', '0', '--data', dataDir, '--workers', '1', '--log-level', 'trace'];
  const child = startCommand('.', [...args, '--webhook-http', '--webhook-allow', '127.0.0.1']);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => {
      said += data.toString();
    });
  onTestFinished(() => void child.kill('SIGKILL'));
  for (let waitedMs = 0; waitedMs < 20_000 && !said.includes('Health:'); waitedMs += 50) await sleep(50);
  const [, url] = /Partner API at (\S+)/.exec(said) ?? [];
  if (url === undefined) throw new Error(`the server did not start:\n${said}`);
  return {
    url,
    stop: async (): Promise<string> => {
      child.kill('SIGTERM');
      await once(child, 'exit');
      return said;
    },
  };
}

/** A receiver of webhooks that takes none. */
async function startReceiver(): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(500).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function sendRaw(url: string, text: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
    socket.setTimeout(200, () => socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve());
    socket.resume();
  });
}

it('no secret, e-mail or name that a run has used is in any of its logs', { timeout: 120_000 }, async () => {
  const dataDir = tempDir();
  const [own, revoked] = [await createPartnerKey(dataDir, 'Acme'), await createPartnerKey(dataDir, 'Acme')];
  await revokePartnerKey(dataDir, revoked.keyId);
  const { url, stop } = await startServe(dataDir);
  const token = `tok${randomUUID()}`;
  const name = `Mia${randomUUID()}`;
  const email = `${name}@example.com`;
  const wrong = `wrong${randomUUID()}`;
  const secrets: Record<string, string> = { key: own.key, revoked: revoked.key, token, name, email, wrong };
  const headers = { 'content-type': 'application/json' };
  const ask = (path: string, init: RequestInit = {}) => fetch(`${url}${path}`, init);

  const webhook = JSON.stringify({ url: `${await startReceiver()}/hook?token=${token}`, enabled: true });
  await ask(`/webhook?apiKey=${own.key}`, { method: 'PUT', headers, body: webhook });
  await withStores(dataDir, async ({ webhooks }) => {
    secrets.webhook = (await webhooks.get(own.partnerId))?.secret.slice('whsec_'.length) ?? '';
  });
  const subject = JSON.stringify({ name, email });
  const made = await ask(`/subjects?apiKey=${own.key}`, { method: 'POST', headers, body: subject });
  const { subject_id: subjectId } = (await made.json()) as { readonly subject_id: string };
  const form = new FormData();
  form.append('video', new Blob([new Uint8Array(sampleClip())]), `${name}.mp4`);
  form.append('subject_id', subjectId);
  form.append('notify_via_webhook', 'true');
  const started = await ask(`/analysis/start?apiKey=${own.key}`, { method: 'POST', body: form });
  const { video_id: id } = (await started.json()) as { readonly video_id: string };
  for (let waitedMs = 0; waitedMs < 60_000; waitedMs += 200) {
    const results = await (await ask(`/analysis/${id}/results?apiKey=${own.key}`)).text();
    const [, signature] = /signature=([\w-]+)/.exec(results) ?? [];
    if (signature !== undefined) {
      secrets.signature = signature;
      const [link = ''] = /http[^"]+\/media\/[^"]+/.exec(results) ?? [];
      await fetch(link, { headers: { range: 'bytes=0-10', referer: link } });
      await fetch(`${link}x`);
      break;
    }
    await sleep(200);
  }
  expect(secrets.signature).toBeDefined();

  for (const key of [own.key, revoked.key, wrong]) {
    const text = encodeURIComponent(email);
    const paths = [
      `/analysis?apiKey=${key}`,
      `/analysis?apiKey[]=${key}`,
      `/analysis%3FapiKey=${key}`,
      `/analysis/%zz?apiKey=${key}`,
      `/subjects/${text}?apiKey=${key}`,
      `/nowhere/apiKey=${key}`,
    ];
    for (const path of paths)
      await ask(path, { headers: { referer: `${url}${path}`, authorization: `Bearer ${key}` } });
    await ask(`/subjects?apiKey=${key}`, { method: 'POST', headers, body: `{"name": "${name}", "email": "${email}` });
    await sendRaw(url, `GET /x?apiKey=${key} HTTP/1.1\r\n\r\n`);
    await sendRaw(url, `GET /x?apiKey=${key} HTTP/9.9\r\nHost: x\r\nX-Name: ${name}\r\n\r\n`);
    await sendRaw(
      url,
      `POST /subjects?apiKey=${key} HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{"name":"${name}"`,
    );
    // What no key of ours looks like is taken for the client's own word for its request.
    if (key !== wrong) await sendRaw(url, `GET /x HTTP/1.1\r\nHost: x\r\nX-Request-Id: ${key}\r\n\r\n`);
  }
  // A key in the place of an id is one that nobody should have to search the logs for.
  for (const path of [`/analysis/${own.key}/results`, `/subjects/${own.key}`]) await ask(`${path}?apiKey=${own.key}`);
  // The console's: a wrong password, a right one, the session, a name in a form and in a path.
  const password = `pass${randomUUID()}`;
  await addPerson(dataDir, { partner: 'Acme', name }, password);
  const mia = new ConsoleClient(url);
  await mia.signIn(name, wrong);
  await mia.signIn(name, password);
  expect((await mia.ask('GET', '/session')).status).toBe(200);
  Object.assign(secrets, { password, session: mia.cookie.split('=')[1] });
  await mia.ask('POST', '/subjects', { name, email, password });
  await mia.ask('GET', `/subjects/${encodeURIComponent(email)}`);
  await mia.ask('GET', `/analyses?before=${own.key}&session=${mia.cookie.split('=')[1]}`);
  const fresh = (await mia.ask('POST', '/keys', { label: name })).body as { readonly key: string };
  secrets.consoleKey = fresh.key;
  await sendRaw(url, `GET /console HTTP/9.9\r\nHost: x\r\nCookie: ${mia.cookie}\r\n\r\n`);
  const said = await stop();
  expect(said.split('\n').filter((line) => line.startsWith('{')).length).toBeGreaterThan(50);
  const found = Object.entries(secrets).filter(([, secret]) => secret === '' || said.includes(secret));
  expect(found.map(([what]) => `${what}: ${said.split('\n').find((line) => line.includes(secrets[what]))}`)).toEqual(
    [],
  );
});
