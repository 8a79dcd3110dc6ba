import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPerson } from '../../server/accounts/partner-people.ts';
import { type ApiServer, startApiServer } from '../support/api-server.ts';
import { type ConsoleClient, signedIn, somePassword } from '../support/console-client.ts';
import { type ConsoleRoute, consoleApiRoutes } from '../support/console-routes.ts';

let server: ApiServer;
let mia: ConsoleClient;
let changing: readonly ConsoleRoute[];
beforeAll(async () => {
  server = await startApiServer();
  mia = await signedIn(server);
  await addPerson(server.dataDir, { partner: 'Acme Running', name: 'Ben' }, somePassword);
  changing = (await consoleApiRoutes()).filter(({ method }) => method !== 'GET');
});
afterAll(() => server.stop());

/** What comes with a request that another page makes in Mia's browser. */
const foreign: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['a form or link, which sends no header of its own', {}],
  ['a script of another origin', { 'x-stridelab-console': '1', origin: 'https://evil.example' }],
  ['a sandboxed frame', { 'x-stridelab-console': '1', origin: 'null' }],
  ['a page of another site', { 'x-stridelab-console': '1', 'sec-fetch-site': 'cross-site' }],
  ['a page of another port of this machine', { 'x-stridelab-console': '1', 'sec-fetch-site': 'same-site' }],
  ['another port by its origin', { 'x-stridelab-console': '1', origin: 'http://127.0.0.1:1' }],
  ['a header of another value', { 'x-stridelab-console': 'true' }],
];

const send = async (method: string, path: string, headers: Readonly<Record<string, string>>, type: string) => {
  const response = await fetch(`${server.url}/console/api${path}`, {
    method,
    headers: { cookie: mia.cookie, 'content-type': type, ...headers },
    body: type === 'application/json' ? '{}' : 'name=Ben',
  });
  return { status: response.status, code: ((await response.json()) as { readonly code?: string }).code };
};

it.each(foreign)('changes nothing for %s', async (_what, headers) => {
  expect(changing.length).toBeGreaterThan(12);
  for (const { method, path } of changing)
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded'])
      expect([method, path, await send(method, path.replace(':id', 'x'), headers, type)]).toEqual([
        method,
        path,
        { status: 403, code: 'foreign_request' },
      ]);
  expect((await mia.ask('GET', '/session')).status).toBe(200);
});

it('signs nobody in for another page', async () => {
  for (const [, headers] of foreign) {
    const response = await fetch(`${server.url}/console/api/session`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ name: 'Ben', password: somePassword }),
    });
    expect([response.status, response.headers.getSetCookie()]).toEqual([403, []]);
  }
});

it('gives another page nothing to read, and allows it nothing before it asks', async () => {
  for (const site of ['cross-site', 'same-site']) {
    const { status } = await mia.ask('GET', '/subjects', undefined, { 'sec-fetch-site': site });
    expect(status).toBe(403);
  }
  const asked = await fetch(`${server.url}/console/api/subjects`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'x-stridelab-console',
    },
  });
  expect(asked.status).toBe(405);
  const read = await mia.ask('GET', '/subjects');
  for (const { headers } of [asked, read]) {
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
  }
});

it('takes its own pages’ requests, behind a proxy too', async () => {
  expect((await mia.ask('POST', '/subjects', { name: 'Ana' })).status).toBe(201);
  // As a proxy passes it on that has ended TLS and keeps the host.
  const host = new URL(server.url).host;
  const headers = { origin: `https://${host}`, 'sec-fetch-site': 'same-origin' };
  expect((await mia.ask('POST', '/subjects', { name: 'Ana' }, headers)).status).toBe(201);
  const proxied = await startApiServer({ publicUrl: 'https://gait.example.org' });
  const ben = await signedIn(proxied, 'Ben');
  const asked = (origin: string) => ben.ask('POST', '/subjects', { name: 'Ana' }, { origin });
  expect((await asked('https://gait.example.org')).status).toBe(201);
  for (const origin of ['http://gait.example.org', 'https://gait.example.org.evil.example', 'https://evil.example'])
    expect((await asked(origin)).status).toBe(403);
  await proxied.stop();
});
