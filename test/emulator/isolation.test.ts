import { expect, it, onTestFinished } from 'vitest';
import type { Emulator } from '../../server/emulator/emulator.ts';
import { startEmulator } from '../../server/emulator/start-emulator.ts';
import { Client, emulated } from './client.ts';

const keys = Array.from({ length: 20 }, (_, i) => `suite-${i}`);

it('keeps 1,000 parallel cycles under 20 keys apart', { timeout: 300_000 }, async () => {
  const api = await startEmulator();
  onTestFinished(() => api.close());
  const seen = new Map<string, string[]>(keys.map((key) => [key, []]));
  const paces = ['04:30', '05:00', '05:30', '06:00', '06:30'];
  const cycle = async (index: number): Promise<void> => {
    const key = keys[index % keys.length];
    const client = new Client(api.url, key);
    const pace = paces[index % paces.length];
    const id = await client.started('run.mp4', { treadmill: 'true', pace, height: '1.75' });
    const told = await client.polled(id);
    expect(told.map(({ body }) => body.status)).toEqual(['pending', 'analyzing', 'analyzing', 'success']);
    const { body } = await client.ask(`/analysis/${id}/results/calculated_data`);
    const [minutes, seconds] = pace.split(':').map(Number);
    expect(body.metrics.speed_meter_per_second).toBeCloseTo(1000 / (60 * minutes + seconds), 2);
    seen.get(key)?.push(id);
  };
  const lanes = Array.from({ length: 50 }, async (_, lane) => {
    for (let index = lane; index < 1000; index += 50) await cycle(index);
  });
  await Promise.all(lanes);
  for (const key of keys) {
    const { body } = await new Client(api.url, key).ask('/analysis');
    const listed = body.analyses.map(({ video_id: id }: { readonly video_id: string }) => id);
    expect(listed.sort()).toEqual(seen.get(key)?.sort());
    expect(api.journal.requests({ operation: 'startAnalysis' }, key)).toHaveLength(50);
    const other = keys[(keys.indexOf(key) + 1) % keys.length];
    expect((await new Client(api.url, other).results(listed[0])).status).toBe(404);
  }
});

it('keeps time, credits, webhooks and scenarios of keys apart', async () => {
  const api = await emulated({ pollMs: 0 });
  const [a, b] = ['a', 'b'].map((key) => new Client(api.url, key));
  const [ofA, ofB] = [await a.started('run.mp4'), await b.started('run.mp4')];
  await api.advance(20_000, 'a');
  expect((await a.results(ofA)).body.status).toBe('success');
  expect((await b.results(ofB)).body.status).toBe('pending');
  api.setScenario('server-error', 'a');
  expect((await a.ask('/analysis')).status).toBe(500);
  expect((await b.ask('/analysis')).status).toBe(200);
  await api.reset('a');
  expect((await a.ask('/analysis')).body).toEqual({ analyses: [] });
  expect((await b.results(ofB)).status).toBe(200);
});

it('counts the requests of a minute for every key by its own clock', async () => {
  const api = await emulated({ requestsPerMinute: 2 });
  const [a, b] = ['a', 'b'].map((key) => new Client(api.url, key));
  const told = async (client: Client) => (await client.ask('/analysis')).status;
  expect([await told(a), await told(a), await told(a), await told(b)]).toEqual([200, 200, 429, 200]);
  await api.advance(60_000, 'b');
  expect([await told(b), await told(b), await told(b), await told(a)]).toEqual([200, 200, 429, 429]);
  await api.advance(60_000, 'a');
  expect(await told(a)).toBe(200);
});

/** A run with a little of everything, whose journal is compared with that of another. */
async function eventfulRun(api: Emulator): Promise<string> {
  const client = new Client(api.url, 'a');
  const { body: subject } = await client.send('/subjects', { name: 'Zoë', height: 1.7 });
  await client.send('/webhook', { url: 'https://client.example.com/hook', enabled: true }, 'PUT');
  const fields = { subject_id: subject.subject_id, notify_via_webhook: 'true', language: 'fr' };
  await client.polled(await client.started('run.mp4', fields));
  await client.polled(await client.started('fail-no-person+webhook-duplicate.mp4', fields));
  await client.start('rate-limited-1.mp4');
  await client.start('nobody.mp4', { height: '175' });
  const id = await client.started('forefoot.mp4', { treadmill: 'true', pace: '05:00' });
  await api.advance(24 * 3600 * 1000);
  const results = [await client.results(id), await client.ask(`/analysis/${id}/results/calculated_data`)];
  const told = results.map(({ text, headers }) => [text.replaceAll(api.url, ''), headers.get('date')]);
  return JSON.stringify([api.journal.requests({}, 'a'), api.journal.deliveries({}, 'a'), told], null, 1);
}

it('writes the same journal twice with one seed, and another with another', async () => {
  const first = await eventfulRun(await emulated({ seed: 3 }));
  expect(await eventfulRun(await emulated({ seed: 3 }))).toBe(first);
  expect(await eventfulRun(await emulated({ seed: 4 }))).not.toBe(first);
  expect(first.split('"sequence"').length).toBeGreaterThan(20);
});

it('is after a reset as it was at the start', async () => {
  const api = await emulated();
  const first = await eventfulRun(api);
  await api.reset();
  expect(await eventfulRun(api)).toBe(first);
});

it('holds for keys that come later what was said without a key, until it is reset', async () => {
  const api = await emulated();
  api.setFaults({ errorShare: 1 });
  await api.advance(3_600_000);
  expect(new Date(api.now('late')).toISOString()).toBe('2026-01-01T10:00:00.000Z');
  await api.reset();
  expect((await new Client(api.url, 'late').ask('/analysis')).status).toBe(200);
  expect(new Date(api.now('late')).toISOString()).toBe('2026-01-01T09:00:00.000Z');
});

it('gives no partner another one’s key after a reset', async () => {
  const api = await emulated({ keys: 'known', knownKeys: ['a'] });
  const { key } = await api.addPartner('Acme');
  await api.reset('a');
  const second = (await api.addPartner('Zenith')).key;
  await api.reset();
  expect(new Set([key, second, (await api.addPartner('Apex')).key]).size).toBe(3);
});
