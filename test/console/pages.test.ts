import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiServer, startApiServer } from '../support/api-server.ts';
import { signedIn } from '../support/console-client.ts';

describe('the console’s pages', () => {
  let server: ApiServer;
  beforeAll(async () => {
    server = await startApiServer();
  });
  afterAll(() => server.stop());

  const get = (path: string, headers: Readonly<Record<string, string>> = {}) => fetch(server.url + path, { headers });

  it('are one page wherever it begins, which nothing foreign gets into', async () => {
    const texts = await Promise.all(
      ['/console', '/console/', '/console/analyses/abc', '/console/x/y/z'].map(async (path) => {
        const response = await get(path);
        expect(response.status).toBe(200);
        expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
        expect(response.headers.get('content-security-policy')).toBe(
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; " +
            "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        );
        expect(response.headers.get('x-content-type-options')).toBe('nosniff');
        return response.text();
      }),
    );
    expect(new Set(texts).size).toBe(1);
    const response = await get('/console');
    const again = await get('/console', { 'if-none-match': response.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('name files that are sent in the shortest form, and may be kept', async () => {
    const names = [...(await (await get('/console')).text()).matchAll(/\/console\/assets\/[^"]+/g)].map(
      ([name]) => name,
    );
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) {
      const sums = new Set<string>();
      for (const encoding of ['br', 'gzip', 'identity', 'gzip;q=0, br;q=0']) {
        const response = await get(name, { 'accept-encoding': encoding });
        expect(response.status).toBe(200);
        expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
        sums.add(
          createHash('sha256')
            .update(Buffer.from(await response.arrayBuffer()))
            .digest('hex'),
        );
      }
      expect(sums.size).toBe(1);
    }
    const [script = ''] = names.filter((name) => name.endsWith('.js'));
    const sent = async (encoding: string) =>
      (await get(script, { 'accept-encoding': encoding })).headers.get('content-encoding');
    expect([await sent('gzip, deflate, br'), await sent('gzip'), await sent('br;q=0, gzip'), await sent('x')]).toEqual([
      'br',
      'gzip',
      'gzip',
      null,
    ]);
    for (const path of ['/console/assets/nothing.js', '/console/assets/..%2findex.html', '/console/assets/'])
      expect((await get(path)).status).toBe(404);
  });

  it('are not there when the console is switched off', async () => {
    const without = await startApiServer({ console: false });
    const client = { ...without, url: without.url };
    await expect(signedIn(client)).rejects.toThrow('could not sign in');
    for (const path of ['/console', '/console/api/session']) expect((await fetch(without.url + path)).status).toBe(404);
    await without.stop();
  });
});
