import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { setPersonPassword } from '../../server/accounts/partner-people.ts';
import type { AnalysisProgress } from '../../server/console/api/progress.ts';
import { sampleClip } from '../../server/emulator/media/sample-clip.ts';
import { type ApiServer, startApiServer } from '../support/api-server.ts';
import { type ConsoleClient, signedIn, somePassword } from '../support/console-client.ts';
import { emptySchema, sharedPostgres } from '../support/shared-postgres.ts';

/** Listens as a page does. */
async function listen(server: ApiServer, { cookie }: ConsoleClient) {
  const stopped = new AbortController();
  onTestFinished(() => stopped.abort());
  const response = await fetch(`${server.url}/console/api/analyses/events`, {
    headers: { cookie },
    signal: stopped.signal,
  });
  const told: AnalysisProgress[] = [];
  const read = async (): Promise<void> => {
    let text = '';
    for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += piece;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const [, data] = /^event: analysis\ndata: (.*)$/.exec(text.slice(0, end)) ?? [];
        if (data !== undefined) told.push(JSON.parse(data) as AnalysisProgress);
        text = text.slice(end + 2);
      }
    }
  };
  /** Whether the answer came to its end, and was not cut off. */
  const ended = read().then(
    () => true,
    () => false,
  );
  return { response, told, ended, stop: () => stopped.abort() };
}

async function start(mia: ConsoleClient): Promise<string> {
  const form = new FormData();
  form.append('video', new Blob([new Uint8Array(sampleClip())]), 'run.mp4');
  return ((await mia.ask('POST', '/analyses', form)).body as { readonly id: string }).id;
}

it('tells pages of their own partner how far analyses are', { timeout: 60_000 }, async () => {
  const server = await startApiServer({ workers: 0 });
  const mia = await signedIn(server);
  const other = await signedIn(server, 'Ben', 'Zenith');
  const [own, foreign] = [await listen(server, mia), await listen(server, other)];
  expect(own.response.status).toBe(200);
  expect(own.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(own.response.headers.get('cache-control')).toBe('no-store');
  expect(own.response.headers.get('x-content-type-options')).toBe('nosniff');
  const id = await start(mia);
  await expect.poll(() => own.told.at(-1), { timeout: 30_000 }).toEqual({ id, status: 'pending', percentage: 0 });
  expect(new Set(own.told.map((progress) => progress.id))).toEqual(new Set([id]));
  expect(foreign.told).toEqual([]);
  // A server that stops does not wait for its listeners.
  await server.stop();
  expect(await Promise.all([own.ended, foreign.ended])).toEqual([true, true]);
});

it('lets a few pages of a person listen, and takes their places back', { timeout: 60_000 }, async () => {
  const server = await startApiServer();
  onTestFinished(() => server.stop());
  const mia = await signedIn(server);
  const listening = [];
  for (let n = 0; n < 5; n++) listening.push(await listen(server, mia));
  expect(listening.map(({ response }) => response.status)).toEqual([200, 200, 200, 200, 200]);
  const refused = await mia.ask('GET', '/analyses/events');
  expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_listeners' } });
  expect(refused.headers.get('retry-after')).toBe('10');
  listening[0].stop();
  await listening[0].ended;
  await expect.poll(async () => (await listen(server, mia)).response.status, { timeout: 5000 }).toBe(200);
});

/** Asks as a page does that is closed at once. */
async function leave({ url }: ApiServer, { cookie }: ConsoleClient): Promise<void> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  const head = `GET /console/api/analyses/events HTTP/1.1\r\nHost: h\r\nCookie: ${cookie}\r\n\r\n`;
  socket.write(head, () => socket.resetAndDestroy());
  await once(socket, 'close');
}

it('holds no place for a page that has left while its session was looked up', { timeout: 60_000 }, async (context) => {
  const database = await sharedPostgres();
  if (database === null) return context.skip('no PostgreSQL runs on this machine');
  // The embedded store answers before anybody can leave.
  const databaseUrl = await emptySchema(database);
  const server = await startApiServer({ databaseUrl });
  onTestFinished(() => server.stop());
  const mia = await signedIn({ url: server.url, dataDir: databaseUrl });
  for (let gone = 0; gone < 20; gone++) await leave(server, mia);
  await expect.poll(async () => (await listen(server, mia)).response.status, { timeout: 5000 }).toBe(200);
});

it('tells nothing more to a session that has ended', { timeout: 60_000 }, async () => {
  const server = await startApiServer();
  onTestFinished(() => server.stop());
  const mia = await signedIn(server);
  const { ended } = await listen(server, mia);
  await setPersonPassword(server.dataDir, { partner: 'Acme Running', name: 'Mia' }, `${somePassword} 2`);
  expect(await ended).toBe(true);
});
