import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { expect, it, onTestFinished } from 'vitest';
import type { Emulator } from '../../server/emulator/emulator.ts';
import { Client, emulated } from './client.ts';
import { openReceiver, type Received } from './receiver.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** An analysis that tells a receiver on this machine, up to `ms` after its start. */
async function told(fileName: string, ms: number, statusOf?: (index: number) => number) {
  const api = await emulated({ pollMs: 0 });
  const receiver = await openReceiver(statusOf);
  const client = new Client(api.url, 'a');
  expect((await client.send('/webhook', { url: receiver.url, enabled: true }, 'PUT')).status).toBe(200);
  const id = await client.started(fileName, { notify_via_webhook: 'true' });
  await api.advance(ms, 'a');
  return { api, client, id, receiver };
}

const line = ({ body }: Received): string => `${body.sequence} ${body.event} ${body.percentage}`;
const usual = [
  '1 analysis.started 0',
  ...[10, 20, 30, 40, 50, 60, 70, 80, 90].map((percentage, i) => `${i + 2} analysis.progress ${percentage}`),
  '11 analysis.completed 100',
];

it('tells of every step in order, signed with the time of the emulator', async () => {
  const { api, id, receiver } = await told('run.mp4', minute);
  expect(receiver.received.map(line)).toEqual(usual);
  expect(receiver.received[10].body).toEqual({
    event: 'analysis.completed',
    video_id: id,
    status: 'success',
    percentage: 100,
    sequence: 11,
    timestamp: '2026-01-01T09:00:12Z',
  });
  const { headers, text } = receiver.received[0];
  expect(headers['webhook-timestamp']).toBe(String(Date.UTC(2026, 0, 1, 9, 0, 1) / 1000));
  expect(() => new Webhook(api.webhookSecret('a') ?? '').verify(text, headers as Record<string, string>)).toThrow(
    'too old',
  );
  expect(api.journal.deliveries({ event: 'analysis.completed' }, 'a')).toMatchObject([
    { sent: true, status: 204, error: null },
  ]);
});

it('is signed so that a receiver takes it, when the clock began now', async () => {
  const api = await emulated({ startAt: Date.now(), pollMs: 0 });
  const receiver = await openReceiver();
  const client = new Client(api.url, 'a');
  await client.send('/webhook', { url: receiver.url, enabled: true }, 'PUT');
  await client.started('fail-no-person.mp4', { notify_via_webhook: 'true' });
  await api.advance(minute);
  const { headers, text } = receiver.received.at(-1) as Received;
  const verified = new Webhook(api.webhookSecret('a') ?? '').verify(text, headers as Record<string, string>);
  expect(verified).toMatchObject({ event: 'analysis.failed', percentage: 50 });
});

it('comes by polls alone', async () => {
  const api = await emulated();
  const receiver = await openReceiver();
  const client = new Client(api.url, 'a');
  await client.send('/webhook', { url: receiver.url, enabled: true }, 'PUT');
  await client.polled(await client.started('run.mp4', { notify_via_webhook: 'true' }));
  await api.journal.waitForDelivery({ event: 'analysis.completed' }, 5000, 'a');
  expect(receiver.received.map(line)).toEqual(usual);
});

it('comes again on schedule for a whole day when the receiver refuses it, at once on this clock', async () => {
  const { api, receiver } = await told('run.mp4', 2 * day, () => 503);
  const times = api.journal.deliveries({}, 'a').map(({ at }) => Date.parse(at));
  // One event after the other: only the first has been tried until its time was over.
  const first = api.journal.deliveries({ id: receiver.received[0].headers['webhook-id'] as string }, 'a');
  expect(first.length).toBeGreaterThan(12);
  const gaps = first.slice(1).map(({ at }, i) => Date.parse(at) - Date.parse(first[i].at));
  for (const [i, delay] of [5000, 30_000, 2 * minute, 10 * minute].entries())
    expect(Math.abs(gaps[i] / delay - 1)).toBeLessThan(0.11);
  expect(Date.parse(first.at(-1)?.at ?? '') - Date.parse(first[0].at)).toBe(day);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

it('webhook-500: the receiver has it twice, 5 s apart, under one id', async () => {
  const { api, receiver } = await told('webhook-500.mp4', 10 * minute);
  expect(receiver.received.map(line)).toEqual(usual.flatMap((event) => [event, event]));
  for (let i = 0; i < receiver.received.length; i += 2)
    expect(receiver.received[i].headers['webhook-id']).toBe(receiver.received[i + 1].headers['webhook-id']);
  const [first, second] = api.journal.deliveries({}, 'a');
  expect(Date.parse(second.at) - Date.parse(first.at)).toBeGreaterThanOrEqual(4500);
});

it('webhook-500-2: three times', async () => {
  const { receiver } = await told('webhook-500-2.mp4', 60 * minute);
  expect(receiver.received.map(line)).toEqual(usual.flatMap((event) => [event, event, event]));
});

it('webhook-duplicate: every event comes twice', async () => {
  const { receiver } = await told('webhook-duplicate.mp4', minute);
  expect(receiver.received.map(line)).toEqual(usual.flatMap((event) => [event, event]));
});

it('webhook-out-of-order: the end comes first', async () => {
  const { receiver } = await told('webhook-out-of-order.mp4', minute);
  expect(receiver.received.map(line)).toEqual([...usual].reverse());
});

it('webhook-late and webhook-late-N: ten minutes and N seconds later', async () => {
  const { api, receiver } = await told('webhook-late.mp4', 5 * minute);
  expect(receiver.received).toEqual([]);
  await api.advance(6 * minute, 'a');
  expect(receiver.received.map(line)).toEqual(usual);
  const soon = await told('webhook-late-30.mp4', 32_000);
  expect(soon.receiver.received.map(line)).toEqual([usual[0]]);
});

it('webhook-never: nothing comes, and the events are given up', async () => {
  const { api, receiver } = await told('webhook-never.mp4', 40 * day);
  expect(receiver.received).toEqual([]);
  const attempts = api.journal.deliveries({}, 'a');
  expect(attempts.every(({ sent, status }) => !sent && status === null)).toBe(true);
  expect(new Set(attempts.map(({ id }) => id)).size).toBe(11);
});

it('keeps in a snapshot what a scenario holds back, has refused, and posts later', async () => {
  const goesOn = async (fileName: string, ms: number): Promise<readonly string[]> => {
    const { api, receiver } = await told(fileName, ms);
    const before = receiver.received.map(line);
    const snapshot = api.snapshot('a');
    await api.advance(60 * minute, 'a');
    const first = receiver.received.map(line);
    await api.restore(snapshot);
    await api.advance(60 * minute, 'a');
    const second = receiver.received.slice(first.length).map(line);
    expect(second).toEqual(first.slice(before.length));
    return first;
  };
  expect(await goesOn('webhook-out-of-order.mp4', 8000)).toEqual([...usual].reverse());
  expect(await goesOn('webhook-late.mp4', minute)).toEqual(usual);
  expect(await goesOn('webhook-500.mp4', 2000)).toEqual(usual.flatMap((event) => [event, event]));
});

it('tells of several analyses in the order of time on a clock that runs', async () => {
  const api = await emulated({ clock: { kind: 'running', rate: 500 }, pollMs: 0 });
  const receiver = await openReceiver();
  const client = new Client(api.url, 'a');
  await client.send('/webhook', { url: receiver.url, enabled: true }, 'PUT');
  const names = ['run.mp4', 'slow.mp4', 'run.mp4', 'run.mp4'];
  const ids = await Promise.all(names.map((name) => client.started(name, { notify_via_webhook: 'true' })));
  for (const id of ids) await api.journal.waitForDelivery({ event: 'analysis.completed', video_id: id }, 10_000, 'a');
  const times = receiver.received.map(({ text }) => (JSON.parse(text) as { readonly timestamp: string }).timestamp);
  expect(times).toHaveLength(44);
  expect(times).toEqual(times.toSorted());
});

it('posts an event once more when it is told to', async () => {
  const { api, receiver } = await told('run.mp4', minute);
  const { id } = api.journal.deliveries({ event: 'analysis.completed' }, 'a')[0];
  expect(await api.replay(id, 'a')).toBe(true);
  expect(receiver.received.map(line)).toEqual([...usual, usual[10]]);
  expect(receiver.received[11].headers['webhook-id']).toBe(id);
  expect(await api.replay('nothing', 'a')).toBe(false);
});

it('reaches this machine alone, though public addresses are taken', async () => {
  const api = await emulated({ pollMs: 0 });
  const client = new Client(api.url, 'a');
  await client.send('/webhook', { url: 'https://client.example.com/hook', enabled: true }, 'PUT');
  await client.started('run.mp4', { notify_via_webhook: 'true' });
  await api.advance(minute);
  const [delivery] = api.journal.deliveries({}, 'a');
  expect(delivery).toMatchObject({ sent: false, status: null, error: expect.stringContaining('this machine') });
});

it('comes again at the same moments, whichever receiver’s answer was the quicker', async () => {
  const listed = async (slow: number): Promise<string> => {
    const api = await emulated();
    const ids: string[] = [];
    const receiver = createServer(async (request, response) => {
      const { video_id: id } = JSON.parse(await text(request)) as { readonly video_id: string };
      if (ids.indexOf(id) === slow) await sleep(20);
      response.writeHead(503).end();
    });
    receiver.listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    onTestFinished(() => void receiver.close());
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    const client = new Client(api.url, 'a');
    await client.send('/webhook', { url, enabled: true }, 'PUT');
    for (let i = 0; i < 2; i++) ids.push(await client.started('run.mp4', { notify_via_webhook: 'true' }));
    // Polls wait for no message: both analyses' are under way at a time.
    for (const id of ids) await client.results(id);
    await api.advance(minute);
    const deliveries = api.journal.deliveries({}, 'a').map((delivery) => ({ ...delivery, url: '' }));
    expect(deliveries.length).toBeGreaterThan(4);
    return JSON.stringify(deliveries, null, 1);
  };
  expect(await listed(1)).toBe(await listed(0));
});

it('goes nowhere when it is not asked for', async () => {
  const api: Emulator = await emulated({ pollMs: 0 });
  const receiver = await openReceiver();
  const client = new Client(api.url, 'a');
  await client.send('/webhook', { url: receiver.url, enabled: true }, 'PUT');
  await client.started('run.mp4');
  await api.advance(minute);
  expect(receiver.received).toEqual([]);
});
