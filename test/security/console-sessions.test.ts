import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { withStores } from '../../server/accounts/operator-stores.ts';
import { addPerson, removePerson, setPersonPassword } from '../../server/accounts/partner-people.ts';
import { sessionLimits } from '../../server/accounts/session-store.ts';
import { hashSessionToken } from '../../server/accounts/session-token.ts';
import type { ServerOptions } from '../../server/server-options.ts';
import { type ApiServer, startApiServer } from '../support/api-server.ts';
import { ConsoleClient, signedIn, somePassword } from '../support/console-client.ts';
import { consoleApiRoutes } from '../support/console-routes.ts';

async function started(options: Partial<ServerOptions> = {}): Promise<ApiServer> {
  const server = await startApiServer(options);
  onTestFinished(() => server.stop());
  return server;
}

const isSignedIn = async (client: ConsoleClient): Promise<boolean> =>
  (await client.ask('GET', '/session')).status === 200;

const mia = { partner: 'Acme Running', name: 'Mia' };

describe('the console asks for somebody', () => {
  it('on every route but those of signing in and out', { timeout: 30_000 }, async () => {
    const server = await started();
    const nobody = new ConsoleClient(server.url);
    const routes = await consoleApiRoutes();
    expect(routes.length).toBeGreaterThan(25);
    const let_in: string[] = [];
    for (const { method, path } of routes) {
      const { status, body } = await nobody.ask(method, path.replace(':id', 'x'), method === 'GET' ? undefined : {});
      if (status === 401 && (body as { readonly code: string }).code === 'not_signed_in') continue;
      let_in.push(`${method} ${path} ${status}`);
    }
    expect(let_in.sort()).toEqual(['DELETE /session 204', 'GET /session 204', 'POST /session 422']);
  });

  it('and takes no API key, as the API takes no session', async () => {
    const server = await started();
    const client = await signedIn(server);
    const bare = await fetch(`${server.url}/console/api/subjects?apiKey=${server.key}`);
    expect(bare.status).toBe(401);
    const api = await fetch(`${server.url}/subjects`, { headers: { cookie: client.cookie } });
    expect(api.status).toBe(401);
  });
});

describe('a session', () => {
  it('is a random cookie that no script and no other site gets, of which the hash alone is kept', async () => {
    const server = await started();
    await addPerson(server.dataDir, mia, somePassword);
    const tokens: string[] = [];
    for (let n = 0; n < 3; n++) {
      const { headers, body } = await new ConsoleClient(server.url).signIn('Mia', somePassword);
      const [cookie = '', ...others] = headers.getSetCookie();
      expect(others).toEqual([]);
      const [, token = ''] =
        /^stridelab-session=([\w-]{43}); Path=\/console; HttpOnly; SameSite=Strict$/.exec(cookie) ?? [];
      expect(Buffer.from(token, 'base64url')).toHaveLength(32);
      expect(JSON.stringify(body)).not.toContain(token);
      tokens.push(token);
    }
    expect(new Set(tokens).size).toBe(3);
    const kept = await withStores(server.dataDir, ({ sessions }) =>
      Promise.all(tokens.map((token) => sessions.find(hashSessionToken(token), Date.now()))),
    );
    expect(kept.map((session) => session?.name)).toEqual(['Mia', 'Mia', 'Mia']);
    const files = ['stridelab.db', 'stridelab.db-wal'].map((name) =>
      readFileSync(join(server.dataDir, name), 'latin1'),
    );
    for (const secret of [...tokens, somePassword]) expect(files.join().includes(secret)).toBe(false);
  });

  it('is sent by https alone where the console is reached so', async () => {
    const server = await started({ publicUrl: 'https://gait.example.org' });
    await addPerson(server.dataDir, mia, somePassword);
    const client = new ConsoleClient(server.url);
    const { headers } = await client.signIn('Mia', somePassword);
    expect(headers.getSetCookie()[0]).toMatch(
      /^__Secure-stridelab-session=[\w-]{43}; Path=\/console; HttpOnly; SameSite=Strict; Secure$/,
    );
    expect(await isSignedIn(client)).toBe(true);
  });

  it('ends for good when somebody signs out, and no other does', async () => {
    const server = await started();
    const [here, there] = [await signedIn(server), new ConsoleClient(server.url)];
    await there.signIn('Mia', somePassword);
    const { status, headers } = await here.ask('DELETE', '/session');
    expect([status, headers.getSetCookie()]).toEqual([
      204,
      ['stridelab-session=; Max-Age=0; Path=/console; HttpOnly; SameSite=Strict'],
    ]);
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([false, true]);
    expect((await here.ask('DELETE', '/session')).status).toBe(204);
  });

  it('is new with every sign-in, which ends the one that the browser had', async () => {
    const server = await started();
    const client = await signedIn(server);
    const before = new ConsoleClient(server.url);
    before.cookie = client.cookie;
    await client.signIn('Mia', somePassword);
    expect(client.cookie).not.toBe(before.cookie);
    expect([await isSignedIn(before), await isSignedIn(client)]).toEqual([false, true]);
  });

  it('ends with its person and with the person’s password', async () => {
    const server = await started();
    const client = await signedIn(server);
    await setPersonPassword(server.dataDir, mia, `${somePassword} 2`);
    expect(await isSignedIn(client)).toBe(false);
    expect((await client.signIn('Mia', somePassword)).status).toBe(401);
    expect((await client.signIn('Mia', `${somePassword} 2`)).status).toBe(200);
    await removePerson(server.dataDir, mia);
    expect(await isSignedIn(client)).toBe(false);
    expect((await client.signIn('Mia', `${somePassword} 2`)).status).toBe(401);
  });

  it('runs out', async () => {
    const server = await started();
    const client = await signedIn(server);
    await withStores(server.dataDir, async ({ people, sessions }) => {
      const proven = await people.credentialsOf('mia');
      const begin = (hash: string, atMs: number) =>
        sessions.begin(hash, proven ?? { personId: '', passwordHash: '' }, atMs);
      const token = 'a'.repeat(43);
      await begin(hashSessionToken(token), Date.now() - sessionLimits.idleMs);
      client.cookie = `stridelab-session=${token}`;
    });
    expect(await isSignedIn(client)).toBe(false);
  });

  it('is not used by what an open page asks by itself', async () => {
    const server = await started();
    const client = await signedIn(server);
    const token = 'b'.repeat(43);
    client.cookie = `stridelab-session=${token}`;
    const usedAtMs = Date.now() - sessionLimits.idleMs / 2;
    await withStores(server.dataDir, async ({ people, sessions }) => {
      const proven = await people.credentialsOf('mia');
      await sessions.begin(hashSessionToken(token), proven ?? { personId: '', passwordHash: '' }, usedAtMs);
    });
    const lastUse = () =>
      withStores(server.dataDir, async ({ sessions }) => {
        return (await sessions.find(hashSessionToken(token), Date.now()))?.usedAtMs ?? null;
      });
    const stopped = new AbortController();
    onTestFinished(() => stopped.abort());
    const events = await fetch(`${server.url}/console/api/analyses/events`, {
      headers: { cookie: client.cookie },
      signal: stopped.signal,
    });
    expect(events.status).toBe(200);
    expect((await client.ask('GET', '/analyses', undefined, { 'x-stridelab-unattended': '1' })).status).toBe(200);
    expect(await lastUse()).toBe(usedAtMs);
    expect((await client.ask('GET', '/analyses')).status).toBe(200);
    expect(await lastUse()).toBeGreaterThan(usedAtMs);
  });

  it('is nobody’s who makes a cookie up', async () => {
    const server = await started();
    const { cookie } = await signedIn(server);
    const token = cookie.split('=')[1];
    const made = [
      '',
      'x',
      'A'.repeat(43),
      token.slice(1),
      `${token}x`,
      hashSessionToken(token),
      `${token.slice(0, -2)}AA`,
    ];
    const client = new ConsoleClient(server.url);
    for (const other of made) {
      client.cookie = `stridelab-session=${other}`;
      expect(await isSignedIn(client)).toBe(false);
    }
    for (const right of [`a=b; ${cookie}`, `${cookie}; c=d`, ` ${cookie} `]) {
      client.cookie = right;
      expect(await isSignedIn(client)).toBe(true);
    }
  });
});

describe('signing in', () => {
  it('tells a name that nobody has from a wrong password by nothing', async () => {
    const server = await started();
    await addPerson(server.dataDir, mia, somePassword);
    const tried = async (name: string) => {
      const { status, headers, body } = await new ConsoleClient(server.url).signIn(name, 'a wrong password');
      const told = [...headers].filter(([header]) => header !== 'date' && header !== 'x-request-id');
      return JSON.stringify({ status, told, body });
    };
    const wrong = await tried('Mia');
    expect(JSON.parse(wrong)).toMatchObject({ status: 401, body: { code: 'sign_in_failed' } });
    for (const name of ['Nobody', '', ' ', 'mia%', "' OR 1=1 --", '四季']) expect(await tried(name)).toBe(wrong);
  });

  it('refuses what is no name and password', async () => {
    const server = await started();
    const client = new ConsoleClient(server.url);
    const long = 'x'.repeat(201);
    for (const body of [
      {},
      { name: 'Mia' },
      { name: 1, password: 2 },
      { name: long, password: long },
      { name: 'a\0', password: 'b' },
    ])
      expect(await client.ask('POST', '/session', body)).toMatchObject({
        status: 422,
        body: { code: 'invalid_fields' },
      });
  });

  it('stops guesses at a name, known or not, the right one too', { timeout: 30_000 }, async () => {
    const server = await started();
    await addPerson(server.dataDir, mia, somePassword);
    await addPerson(server.dataDir, { ...mia, name: 'Ben' }, somePassword);
    const client = new ConsoleClient(server.url);
    for (const name of ['Mia', 'Nobody']) {
      for (let n = 0; n < 5; n++) expect((await client.signIn(name, `wrong password ${n}`)).status).toBe(401);
      for (const [spelling, password] of [
        [name, 'wrong password 5'],
        [name.toUpperCase(), somePassword],
      ]) {
        const { status, headers, body } = await client.signIn(spelling, password);
        expect({ status, body }).toMatchObject({ status: 429, body: { code: 'too_many_guesses' } });
        expect(Number(headers.get('retry-after'))).toBeGreaterThan(800);
        expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(900);
      }
    }
    expect((await client.signIn('Ben', somePassword)).status).toBe(200);
  });

  it('counts guesses that come all at once', { timeout: 30_000 }, async () => {
    const server = await started();
    await addPerson(server.dataDir, mia, somePassword);
    const guesses = Array.from({ length: 20 }, () => new ConsoleClient(server.url).signIn('Mia', 'a wrong password'));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
  });

  it('counts those of somebody who is signed in and asks for a new password, too', { timeout: 30_000 }, async () => {
    const server = await started();
    const client = await signedIn(server);
    const change = (current: string) =>
      client.ask('PUT', '/session/password', { current, next: 'another long password' });
    for (let n = 0; n < 5; n++) expect((await change(`wrong password ${n}`)).status).toBe(400);
    expect(await change(somePassword)).toMatchObject({ status: 429, body: { code: 'too_many_guesses' } });
  });
});
