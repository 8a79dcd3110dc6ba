import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiServer, startApiServer } from '../support/api-server.ts';
import { type ConsoleClient, signedIn } from '../support/console-client.ts';
import { type ConsoleRoute, consoleApiRoutes } from '../support/console-routes.ts';

let server: ApiServer;
let mia: ConsoleClient;
let routes: readonly ConsoleRoute[];
beforeAll(async () => {
  server = await startApiServer();
  mia = await signedIn(server);
  // What ends the session, or takes a tenth of a second each, is tried elsewhere.
  const left = ['DELETE /session', 'POST /session', 'PUT /session/password', 'GET /analyses/events'];
  routes = (await consoleApiRoutes()).filter(({ method, path }) => !left.includes(`${method} ${path}`));
});
afterAll(() => server.stop());

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('', '\0', '%00', "' OR 1=1 --", '../..', '\ud800', 'x'.repeat(600), 'null', '-1', '1e309'),
);
const names = ['name', 'email', 'heightM', 'weightKg', 'label', 'url', 'enabled', 'language', '__proto__', 'id'];
const oddJson = fc.oneof(
  fc.json(),
  oddText,
  fc.dictionary(fc.constantFrom(...names), fc.jsonValue(), { maxKeys: 6 }).map((fields) => JSON.stringify(fields)),
);
const types = fc.constantFrom(
  'application/json',
  'text/plain',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  '',
);

/** A text without lone surrogates, which no request can carry. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

it('answers whatever it is asked with a refusal or an answer, never with a fault', { timeout: 120_000 }, async () => {
  const requests = fc.record({
    route: fc.constantFrom(...routes),
    id: oddText,
    query: oddText,
    body: oddJson,
    type: types,
  });
  await fc.assert(
    fc.asyncProperty(requests, async ({ route: { method, path }, id, query, body, type }) => {
      const odd = encodeURIComponent(wellFormed(id));
      const asked = `limit=${odd}&before=${odd}&subjectId=${encodeURIComponent(wellFormed(query))}`;
      const response = await fetch(`${server.url}/console/api${path.replace(':id', odd)}?${asked}`, {
        method,
        headers: { cookie: mia.cookie, 'x-stridelab-console': '1', ...(type !== '' && { 'content-type': type }) },
        ...(method !== 'GET' && { body: wellFormed(body) }),
      });
      const text = await response.text();
      expect(response.status, `${method} ${path}: ${text}`).toBeLessThan(500);
      if (response.status >= 400) expect(JSON.parse(text)).toHaveProperty('detail');
    }),
    { numRuns: 1500, seed: 20_260_101 },
  );
  expect((await mia.ask('GET', '/session')).status).toBe(200);
});
