import { expect, it, onTestFinished, vi } from 'vitest';
import { controlPrefix } from '../../server/emulator/control/prefix.ts';
import { scenarios } from '../../server/emulator/scenarios/table.ts';
import { frozenServer } from '../support/frozen-server.ts';
import { Client, emulated } from './client.ts';
import { openReceiver } from './receiver.ts';

const at = (path: string): string => `${controlPrefix}${path}`;

it('is not to be found on the real server', async () => {
  const { app, close } = await frozenServer();
  onTestFinished(close);
  for (const path of ['', '/clock', '/requests', '/scenarios', '/sample-clip.mp4'])
    expect((await app.inject(`${at(path)}?apiKey=slk_key`)).statusCode).toBe(404);
  const ignored = await app.inject({
    url: '/analysis?apiKey=slk_key',
    headers: { 'stridelab-scenario': 'server-error', prefer: 'code=429' },
  });
  expect(ignored.statusCode).toBe(200);
  expect(ignored.headers['stridelab-contract-violations']).toBeUndefined();
});

it('puts the clock forward, freezes it and lets it run', async () => {
  const client = new Client((await emulated({ pollMs: 0 })).url, 'a');
  const id = await client.started('run.mp4');
  expect((await client.send(at('/clock/advance'), { ms: 3_600_000 })).body).toEqual({
    now: '2026-01-01T10:00:00.000Z',
    mode: { kind: 'frozen' },
  });
  expect((await client.results(id)).body.status).toBe('success');
  await client.send(at('/clock'), { kind: 'running', rate: 100_000 }, 'PUT');
  await expect.poll(async () => (await client.ask(at('/clock'))).body.now > '2026-01-01T11').toBe(true);
  await client.send(at('/clock'), { kind: 'frozen' }, 'PUT');
  const { now } = (await client.ask(at('/clock'))).body;
  expect((await client.ask(at('/clock'))).body.now).toBe(now);
  expect((await client.send(at('/clock/advance'), { ms: -1 })).status).toBe(422);
});

it('shows the journal, waits for an entry, clears it and posts an event once more', async () => {
  const api = await emulated();
  const client = new Client(api.url, 'a');
  const receiver = await openReceiver();
  await client.send('/webhook', { url: receiver.url, enabled: true }, 'PUT');
  const waiting = client.ask(at('/deliveries?event=analysis.completed&wait_ms=5000'));
  await client.polled(await client.started('run.mp4', { notify_via_webhook: 'true' }));
  const [{ id }] = (await waiting).body.deliveries;
  expect((await client.send(at(`/deliveries/${id}/replay`), {})).body).toEqual({ replayed: true });
  expect(receiver.received.at(-1)?.headers['webhook-id']).toBe(id);
  expect((await client.send(at('/deliveries/none/replay'), {})).status).toBe(404);
  const { requests } = (await client.ask(at('/requests?operation=getResults&status=202'))).body;
  expect(requests).toHaveLength(2);
  await client.ask(at('/journal'), { method: 'DELETE' });
  expect((await client.ask(at('/requests'))).body).toEqual({ requests: [] });
});

it('looks no further for who waits once the emulator has been closed', async () => {
  const api = await emulated();
  const look = vi.spyOn(api.journal, 'deliveries');
  const waiting = expect(new Client(api.url, 'a').ask(at('/deliveries?event=none&wait_ms=60000'))).rejects.toThrow();
  await expect.poll(() => look.mock.calls.length).toBeGreaterThan(1);
  await api.close();
  await waiting;
  const { length } = look.mock.calls;
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(look.mock.calls.length).toBeLessThanOrEqual(length + 1);
});

it('keeps everything and puts it back', async () => {
  const api = await emulated({ pollMs: 0 });
  const client = new Client(api.url, 'a');
  const [done, open] = [await client.started('run.mp4'), await client.started('slow.mp4')];
  await api.advance(60_000);
  const before = await client.ask('/analysis');
  const { snapshot_id: snapshot } = (await client.send(at('/snapshots'), {})).body;
  await client.started('run.mp4');
  await api.advance(600_000);
  for (let times = 0; times < 2; times++) {
    await client.send(at(`/snapshots/${snapshot}/restore`), {});
    expect((await client.ask('/analysis')).text).toBe(before.text);
    expect((await client.results(done)).body.status).toBe('success');
    expect((await client.results(open)).body).toMatchObject({ status: 'analyzing', percentage: 40 });
    await api.advance(70_000);
    expect((await client.results(open)).body.status).toBe('success');
  }
  expect((await client.send(at('/snapshots/99/restore'), {})).status).toBe(404);
});

it('makes, rotates and revokes keys and grants credits where keys are known', async () => {
  const api = await emulated({ keys: 'known' });
  const operator = new Client(api.url, '');
  expect((await new Client(api.url, 'unknown').ask('/analysis')).status).toBe(403);
  expect((await new Client(api.url, 'unknown').ask(at('/clock'))).status).toBe(404);
  const { key } = (await operator.send(at('/keys'), { partner: 'Acme', credits: 1 })).body;
  const client = new Client(api.url, key);
  expect((await client.start('run.mp4')).status).toBe(202);
  expect((await client.start('run.mp4')).status).toBe(402);
  expect((await client.send(at('/credits'), { credits: 2 })).body).toEqual({ credits: 2 });
  const { key: fresh } = (await client.send(at('/keys/rotate'), {})).body;
  expect((await client.ask('/analysis')).status).toBe(403);
  const renewed = new Client(api.url, fresh);
  expect((await renewed.ask('/analysis')).body.analyses).toHaveLength(1);
  expect((await renewed.send(at('/keys/revoke'), {})).body).toEqual({ revoked: true });
  expect((await renewed.ask('/analysis')).status).toBe(403);
});

it('refuses a control whose body is no JSON as the client’s mistake', async () => {
  const client = new Client((await emulated()).url, 'a');
  for (const body of ['{"ms":', '', '{"__proto__":{"ms":1}}']) {
    const answer = await client.ask(at('/clock/advance'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect([answer.status, answer.body.code]).toEqual([400, 'malformed_request']);
  }
});

it('tells the time that it was put forward to, before any request, for keys that come later too', async () => {
  const { url } = await emulated();
  const advanced = await new Client(url, '').send(at('/clock/advance'), { ms: 60_000 });
  expect(advanced.body.now).toBe('2026-01-01T09:01:00.000Z');
  await fetch(`${url}${at('/clock/advance')}?apiKey=a&apiKey=b`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"ms": 5000}',
  });
  expect((await new Client(url, 'b').ask(at('/clock'))).body.now).toBe('2026-01-01T09:01:05.000Z');
});

it('does not put the time forward by what is no number from 0', async () => {
  const api = await emulated();
  const before = api.now();
  for (const ms of [-5, Number.NaN, Number.POSITIVE_INFINITY, '1000' as unknown as number])
    await expect(api.advance(ms)).rejects.toMatchObject({ code: 'invalid_option' });
  expect(api.now()).toBe(before);
});

it('gives a partner another key when it is made again', async () => {
  const api = await emulated({ keys: 'known' });
  const [first, second] = [await api.addPartner('Acme'), await api.addPartner('Acme')];
  expect(second.keyId).not.toBe(first.keyId);
  await new Client(api.url, first.key).started('run.mp4');
  expect((await new Client(api.url, second.key).ask('/analysis')).body.analyses).toHaveLength(1);
});

it('says what is wrong with a control’s fields', async () => {
  const client = new Client((await emulated()).url, 'a');
  const told = async (path: string, body: unknown, method = 'PUT'): Promise<unknown> => {
    const { status, body: answer } = await client.send(at(path), body, method);
    return [status, ...answer.detail.map(({ loc, msg }) => `${loc.join('.')} ${msg}`)];
  };
  expect(await told('/clock', { kind: 'running', rate: -3 })).toEqual([422, 'body.rate must be > 0']);
  expect(await told('/clock', { kind: 'running' })).toEqual([
    422,
    'body.rate A running clock needs a rate, such as 1 or 60',
  ]);
  expect(await told('/clock', { kind: 'frozen', rate: 2 })).toEqual([422, 'body.rate A frozen clock has no rate']);
  expect(await told('/clock', { kind: 'slow' })).toEqual([422, 'body.kind must be one of frozen, running']);
  expect(await told('/clock/advance', { ms: 5, s: 1 }, 'POST')).toEqual([422, 'body.s is no known property']);
});

it('takes any key but those that say that they are wrong', async () => {
  const { url } = await emulated();
  for (const [key, status] of [
    ['whatever', 200],
    ['k'.repeat(5000), 200],
    [encodeURIComponent('ключ'), 200],
    ['a%0Ab', 200],
    ['a%00', 200],
    ['%F0%9F%8F%83', 200],
    ['invalid-key', 403],
    ['revoked', 403],
    ['', 401],
  ] as const)
    expect((await new Client(url, key).ask('/analysis')).status).toBe(status);
});

it('brings an analysis to a state', async () => {
  const api = await emulated();
  const client = new Client(api.url, 'a');
  const id = await client.started('run.mp4');
  const put = (state: unknown) => client.send(at(`/analyses/${id}`), state, 'PUT');
  expect((await put({ status: 'analyzing', percentage: 42 })).status).toBe(200);
  for (let poll = 0; poll < 3; poll++) expect((await client.results(id)).body.percentage).toBe(42);
  await put({ status: 'failed', reason: 'no_person' });
  expect((await client.results(id)).body.reason.code).toBe('no_person');
  expect((await put({ status: 'success' })).status).toBe(404);
  expect((await put({ status: 'lost' })).status).toBe(422);
});

it('tells of a request’s violations, and refuses unknown fields once it is strict', async () => {
  const api = await emulated();
  const client = new Client(api.url, 'a');
  const violations = async (asked: ReturnType<Client['ask']>): Promise<string[]> => {
    const header = (await asked).headers.get('stridelab-contract-violations');
    return (JSON.parse(header ?? '[]') as { readonly loc: string[]; readonly type: string }[]).map(
      ({ loc, type }) => `${loc.join('.')} ${type}`,
    );
  };
  expect(await violations(client.start('run.mp4', { height: '1.7' }))).toEqual([]);
  expect(await violations(client.start('run.mp4', { shoe: 'left', pace: '05:30', full_body: 'true' }))).toEqual([
    'body.shoe extra_forbidden',
    'body.pace no_effect',
    'body.full_body no_effect',
  ]);
  expect(await violations(client.start('run.mp4', { height: '175' }))).toEqual(['body.height less_than_equal']);
  expect(await violations(client.ask('/analysis?page=2'))).toEqual(['query.page extra_forbidden']);
  expect(await violations(client.ask('/analysis/user'))).toEqual(['path deprecated']);
  expect(await violations(client.ask('/analyses'))).toEqual(['path unknown_path']);
  expect(await violations(client.send('/subjects', { nickname: 'Zoë ☃' }))).toEqual(['body.nickname extra_forbidden']);
  expect(api.journal.requests({ status: 201 }, 'a')[0].violations).toHaveLength(1);
  await client.send(at('/behaviour'), { strict: true }, 'PUT');
  const refused = await client.send('/subjects', { nickname: 'Zoë' });
  expect(refused).toMatchObject({
    status: 422,
    body: { detail: [{ loc: ['body', 'nickname'], type: 'extra_forbidden' }] },
  });
  expect((await client.start('run.mp4', { shoe: 'left' })).status).toBe(422);
});

it('chooses scenarios and faults for whoever chooses none', async () => {
  const client = new Client((await emulated()).url, 'a');
  await client.send(at('/behaviour'), { scenario: 'fail-no-person' }, 'PUT');
  expect((await client.ended(await client.started('run.mp4'))).status).toBe(400);
  expect((await client.send(at('/behaviour'), { scenario: 'nonsense' }, 'PUT')).status).toBe(400);
  await client.send(at('/behaviour'), { scenario: '' }, 'PUT');
  await client.send(at('/faults'), { error_share: 1 }, 'PUT');
  expect((await client.ask('/analysis')).status).toBe(500);
  expect((await client.send(at('/faults'), { error_share: 2 }, 'PUT')).status).toBe(422);
  expect((await client.send(at('/faults'), { operations: ['getResult'] }, 'PUT')).status).toBe(422);
});

it('lists its scenarios and gives out a clip to send', async () => {
  const client = new Client((await emulated()).url, 'a');
  const { body } = await client.ask(at('/scenarios'));
  expect(body.scenarios.map(({ name }: { readonly name: string }) => name)).toEqual(scenarios.map(({ name }) => name));
  const clip = await client.ask(at('/sample-clip.mp4'));
  expect(clip.headers.get('content-type')).toBe('video/mp4');
});

it('takes real clips alone unless it is told otherwise', async () => {
  const form = new FormData();
  form.set('video', new Blob(['no video']), 'run.mp4');
  const send = async (anyVideo: boolean) =>
    (await new Client((await emulated({ anyVideo })).url, 'a').ask('/analysis/start', { method: 'POST', body: form }))
      .status;
  expect([await send(false), await send(true)]).toEqual([400, 202]);
});

it('tells so much of many violations as a client takes of headers, and keeps all', async () => {
  const api = await emulated();
  const client = new Client(api.url, 'a');
  const many = Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`field_${n}`, n]));
  const told = async (body: unknown): Promise<readonly [number, string]> => {
    const { status, headers } = await client.send('/subjects', body);
    expect(status).toBe(201);
    const list = JSON.parse(headers.get('stridelab-contract-violations') ?? '') as unknown[];
    return [list.length, headers.get('stridelab-contract-violations-count') ?? ''];
  };
  expect(await told(many)).toEqual([20, '400']);
  expect(api.journal.requests({}, 'a').at(-1)?.violations).toHaveLength(400);
  expect(await told({ ['ж'.repeat(20_000)]: 1 })).toEqual([1, '1']);
  const long = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`${n}${'☃'.repeat(200)}`, n]));
  const [count, all] = await told(long);
  expect([count > 0 && count < 20, all]).toEqual([true, '30']);
});
